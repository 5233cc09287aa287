import strawberry
import strawberry_django

from .types import DocumentType


@strawberry.type(name='Query')
class Query:
    document: DocumentType = strawberry_django.field()
    document_list: list[DocumentType] = strawberry_django.field()


schema = [Query]
