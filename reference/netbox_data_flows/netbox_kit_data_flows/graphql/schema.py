import strawberry
import strawberry_django

from .types import ApplicationRoleType, DataFlowType, FlowApplicationType, FlowGroupType, ObjectAliasType


# Plugins share one schema: other plugins have applications, too, so that these begin with the plugin's own word.
@strawberry.type(name='Query')
class Query:
    application_role: ApplicationRoleType = strawberry_django.field()
    application_role_list: list[ApplicationRoleType] = strawberry_django.field()

    flow_application: FlowApplicationType = strawberry_django.field()
    flow_application_list: list[FlowApplicationType] = strawberry_django.field()

    flow_group: FlowGroupType = strawberry_django.field()
    flow_group_list: list[FlowGroupType] = strawberry_django.field()

    object_alias: ObjectAliasType = strawberry_django.field()
    object_alias_list: list[ObjectAliasType] = strawberry_django.field()

    data_flow: DataFlowType = strawberry_django.field()
    data_flow_list: list[DataFlowType] = strawberry_django.field()


schema = [Query]
