"""
Two users to look at the health check with: one who may see the details, and one who may not.

    python manage.py shell < development/demo_data.py
"""

from core.models import ConfigRevision, ObjectType
from users.models import Group, ObjectPermission, User

operators = Group.objects.create(name='Network operations', description='Who is called at night')
User.objects.create_user('odile', password='odile').groups.add(operators)
User.objects.create_user('viktor', password='viktor')

permission = ObjectPermission.objects.create(
    name='Health check details', description='May see every check of the health check', actions=['healthcheck']
)
permission.object_types.add(ObjectType.objects.get_for_model(ConfigRevision))
permission.groups.add(operators)
