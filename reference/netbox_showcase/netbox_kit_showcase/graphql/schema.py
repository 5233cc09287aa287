import strawberry
import strawberry_django

from .types import ExhibitKindType, ExhibitType, HallType, LabelType, LoanType


@strawberry.type(name='Query')
class Query:
    exhibit_kind: ExhibitKindType = strawberry_django.field()
    exhibit_kind_list: list[ExhibitKindType] = strawberry_django.field()

    hall: HallType = strawberry_django.field()
    hall_list: list[HallType] = strawberry_django.field()

    exhibit: ExhibitType = strawberry_django.field()
    exhibit_list: list[ExhibitType] = strawberry_django.field()

    loan: LoanType = strawberry_django.field()
    loan_list: list[LoanType] = strawberry_django.field()

    label: LabelType = strawberry_django.field()
    label_list: list[LabelType] = strawberry_django.field()


schema = [Query]
