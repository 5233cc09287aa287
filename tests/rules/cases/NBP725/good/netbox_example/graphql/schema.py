import strawberry


@strawberry.type(name="Query")
class ExampleQuery:
    number: int = 1


schema = [ExampleQuery]
