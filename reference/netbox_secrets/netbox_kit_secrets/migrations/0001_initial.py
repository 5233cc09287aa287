import uuid

import django.db.models.deletion
import mptt.fields
import taggit.managers
import utilities.json
from django.db import migrations, models
from netbox.models.mixins import OwnerMixin

# NetBox 4.7 hides the way from an owner back to what it owns; the column is the same on every release.
OWNER_RELATED_NAME = OwnerMixin._meta.get_field('owner').deconstruct()[3].get('related_name')


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('extras', '0134_owner'),
        ('users', '0015_owner'),
    ]

    operations = [
        migrations.CreateModel(
            name='SecretRole',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('created', models.DateTimeField(auto_now_add=True, null=True)),
                ('last_updated', models.DateTimeField(auto_now=True, null=True)),
                (
                    'custom_field_data',
                    models.JSONField(blank=True, default=dict, encoder=utilities.json.CustomFieldJSONEncoder),
                ),
                ('lft', models.PositiveIntegerField(editable=False)),
                ('rght', models.PositiveIntegerField(editable=False)),
                ('tree_id', models.PositiveIntegerField(db_index=True, editable=False)),
                ('level', models.PositiveIntegerField(editable=False)),
                (
                    'parent',
                    mptt.fields.TreeForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='children',
                        to='netbox_kit_secrets.secretrole',
                    ),
                ),
                ('name', models.CharField(max_length=100)),
                ('slug', models.SlugField(max_length=100)),
                ('description', models.CharField(max_length=200, blank=True)),
                (
                    'owner',
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name=OWNER_RELATED_NAME,
                        to='users.owner',
                    ),
                ),
                ('comments', models.TextField(blank=True)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('name',), 'abstract': False},
        ),
        migrations.CreateModel(
            name='Secret',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('created', models.DateTimeField(auto_now_add=True, null=True)),
                ('last_updated', models.DateTimeField(auto_now=True, null=True)),
                (
                    'custom_field_data',
                    models.JSONField(blank=True, default=dict, encoder=utilities.json.CustomFieldJSONEncoder),
                ),
                ('description', models.CharField(max_length=200, blank=True)),
                (
                    'owner',
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name=OWNER_RELATED_NAME,
                        to='users.owner',
                    ),
                ),
                ('comments', models.TextField(blank=True)),
                ('name', models.CharField(max_length=100)),
                (
                    'assigned_object_type',
                    models.ForeignKey(to='contenttypes.ContentType', on_delete=models.PROTECT, related_name='+'),
                ),
                ('assigned_object_id', models.PositiveBigIntegerField()),
                (
                    'role',
                    models.ForeignKey(
                        to='netbox_kit_secrets.secretrole',
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name='secrets',
                    ),
                ),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('ciphertext', models.BinaryField(blank=True)),
                ('value_changed', models.DateTimeField(blank=True, editable=False, null=True)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('name', 'pk'), 'permissions': (('reveal', 'Reveal secrets'),)},
        ),
        migrations.CreateModel(
            name='UserKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('created', models.DateTimeField(auto_now_add=True, null=True)),
                ('last_updated', models.DateTimeField(auto_now=True, null=True)),
                (
                    'custom_field_data',
                    models.JSONField(blank=True, default=dict, encoder=utilities.json.CustomFieldJSONEncoder),
                ),
                ('description', models.CharField(max_length=200, blank=True)),
                (
                    'owner',
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name=OWNER_RELATED_NAME,
                        to='users.owner',
                    ),
                ),
                ('comments', models.TextField(blank=True)),
                (
                    'user',
                    models.OneToOneField(
                        to='users.user', on_delete=django.db.models.deletion.CASCADE, related_name='secrets_user_key'
                    ),
                ),
                ('public_key', models.TextField()),
                ('master_key_cipher', models.BinaryField(blank=True)),
                ('activated', models.DateTimeField(blank=True, editable=False, null=True)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={
                'ordering': ('user',),
                'permissions': (('activate', 'Activate user keys'), ('rotate', 'Rotate the master key with user keys')),
            },
        ),
        migrations.CreateModel(
            name='SessionKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                (
                    'user_key',
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='+',
                        to='netbox_kit_secrets.userkey',
                    ),
                ),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('master_key_cipher', models.BinaryField()),
                ('expires', models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name='Vault',
            fields=[('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False))],
        ),
        migrations.AddConstraint(
            model_name='secretrole',
            constraint=models.UniqueConstraint(
                fields=('parent', 'name'), name='netbox_kit_secrets_secretrole_unique_parent_name'
            ),
        ),
        migrations.AddConstraint(
            model_name='secretrole',
            constraint=models.UniqueConstraint(
                fields=('name',),
                name='netbox_kit_secrets_secretrole_unique_name',
                condition=models.Q(parent__isnull=True),
            ),
        ),
        migrations.AddConstraint(
            model_name='secretrole',
            constraint=models.UniqueConstraint(
                fields=('parent', 'slug'), name='netbox_kit_secrets_secretrole_unique_parent_slug'
            ),
        ),
        migrations.AddConstraint(
            model_name='secretrole',
            constraint=models.UniqueConstraint(
                fields=('slug',),
                name='netbox_kit_secrets_secretrole_unique_slug',
                condition=models.Q(parent__isnull=True),
            ),
        ),
        migrations.AddIndex(
            model_name='secret',
            index=models.Index(
                fields=('assigned_object_type', 'assigned_object_id'), name='secret_assigned_obj_523afb_idx'
            ),
        ),
        migrations.AddConstraint(
            model_name='secret',
            constraint=models.UniqueConstraint(
                fields=('assigned_object_type', 'assigned_object_id', 'role', 'name'),
                name='netbox_kit_secrets_secret_unique_assigned_object_type_3a8538',
            ),
        ),
    ]
