import django.core.validators
import django.db.models.deletion
import ipam.fields
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
        ('dcim', '0225_gfk_indexes'),
        ('extras', '0134_owner'),
        ('tenancy', '0022_add_comments_to_organizationalmodel'),
        ('users', '0015_owner'),
    ]

    operations = [
        migrations.CreateModel(
            name='ExhibitKind',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('created', models.DateTimeField(auto_now_add=True, null=True)),
                ('last_updated', models.DateTimeField(auto_now=True, null=True)),
                (
                    'custom_field_data',
                    models.JSONField(blank=True, default=dict, encoder=utilities.json.CustomFieldJSONEncoder),
                ),
                ('name', models.CharField(max_length=100, unique=True)),
                ('slug', models.SlugField(max_length=100, unique=True)),
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
                ('color', models.CharField(max_length=6, blank=True)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('name',), 'abstract': False},
        ),
        migrations.CreateModel(
            name='Hall',
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
                        to='netbox_kit_showcase.hall',
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
                ('capacity', models.IntegerField(validators=[django.core.validators.MinValueValidator(0)], default=10)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('name',), 'abstract': False},
        ),
        migrations.CreateModel(
            name='Exhibit',
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
                ('name', models.CharField(max_length=100, unique=True)),
                (
                    'kind',
                    models.ForeignKey(
                        to='netbox_kit_showcase.exhibitkind',
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name='exhibits',
                        blank=True,
                        null=True,
                    ),
                ),
                (
                    'hall',
                    models.ForeignKey(
                        to='netbox_kit_showcase.hall',
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name='exhibits',
                        blank=True,
                        null=True,
                    ),
                ),
                (
                    'site',
                    models.ForeignKey(
                        to='dcim.site',
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name='kit_showcase_exhibits',
                        blank=True,
                        null=True,
                    ),
                ),
                ('devices', models.ManyToManyField(to='dcim.device', related_name='kit_showcase_exhibits', blank=True)),
                ('status', models.CharField(max_length=50, default='planned')),
                ('opens', models.DateField(blank=True, null=True)),
                ('closes', models.DateField(blank=True, null=True)),
                (
                    'price',
                    models.DecimalField(
                        max_digits=8,
                        decimal_places=2,
                        validators=[django.core.validators.MinValueValidator(0)],
                        blank=True,
                        null=True,
                    ),
                ),
                ('insured', models.BooleanField(default=False)),
                ('website', models.URLField(blank=True)),
                ('address', ipam.fields.IPAddressField(blank=True, null=True)),
                ('facts', models.JSONField(blank=True, null=True)),
                ('story', models.TextField(blank=True)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('name',), 'permissions': (('show', 'Show exhibits'),)},
        ),
        migrations.CreateModel(
            name='Loan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('created', models.DateTimeField(auto_now_add=True, null=True)),
                ('last_updated', models.DateTimeField(auto_now=True, null=True)),
                (
                    'custom_field_data',
                    models.JSONField(blank=True, default=dict, encoder=utilities.json.CustomFieldJSONEncoder),
                ),
                (
                    'exhibit',
                    models.OneToOneField(
                        to='netbox_kit_showcase.exhibit',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='loan',
                    ),
                ),
                (
                    'lender',
                    models.ForeignKey(
                        to='tenancy.tenant',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='kit_showcase_loans',
                    ),
                ),
                ('returned', models.DateTimeField(blank=True, null=True)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('exhibit',)},
        ),
        migrations.CreateModel(
            name='Label',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('created', models.DateTimeField(auto_now_add=True, null=True)),
                ('last_updated', models.DateTimeField(auto_now=True, null=True)),
                (
                    'custom_field_data',
                    models.JSONField(blank=True, default=dict, encoder=utilities.json.CustomFieldJSONEncoder),
                ),
                (
                    'subject_type',
                    models.ForeignKey(to='contenttypes.ContentType', on_delete=models.PROTECT, related_name='+'),
                ),
                ('subject_id', models.PositiveBigIntegerField()),
                ('text', models.CharField(max_length=100)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('text',)},
        ),
        migrations.AddConstraint(
            model_name='hall',
            constraint=models.UniqueConstraint(
                fields=('parent', 'name'), name='netbox_kit_showcase_hall_unique_parent_name'
            ),
        ),
        migrations.AddConstraint(
            model_name='hall',
            constraint=models.UniqueConstraint(
                fields=('name',), name='netbox_kit_showcase_hall_unique_name', condition=models.Q(parent__isnull=True)
            ),
        ),
        migrations.AddConstraint(
            model_name='hall',
            constraint=models.UniqueConstraint(
                fields=('parent', 'slug'), name='netbox_kit_showcase_hall_unique_parent_slug'
            ),
        ),
        migrations.AddConstraint(
            model_name='hall',
            constraint=models.UniqueConstraint(
                fields=('slug',), name='netbox_kit_showcase_hall_unique_slug', condition=models.Q(parent__isnull=True)
            ),
        ),
        migrations.AddConstraint(
            model_name='exhibit',
            constraint=models.UniqueConstraint(
                fields=('hall', 'name'), name='netbox_kit_showcase_exhibit_unique_hall_name'
            ),
        ),
        migrations.AddIndex(
            model_name='label',
            index=models.Index(fields=('subject_type', 'subject_id'), name='label_subject_5f806d_idx'),
        ),
    ]
