import strawberry
import strawberry_django

from .types import ComplianceReportType, ComplianceSelectorType, ComplianceTestResultType, ComplianceTestType


@strawberry.type(name='Query')
class Query:
    compliance_selector: ComplianceSelectorType = strawberry_django.field()
    compliance_selector_list: list[ComplianceSelectorType] = strawberry_django.field()

    compliance_test: ComplianceTestType = strawberry_django.field()
    compliance_test_list: list[ComplianceTestType] = strawberry_django.field()

    compliance_report: ComplianceReportType = strawberry_django.field()
    compliance_report_list: list[ComplianceReportType] = strawberry_django.field()

    compliance_test_result: ComplianceTestResultType = strawberry_django.field()
    compliance_test_result_list: list[ComplianceTestResultType] = strawberry_django.field()


schema = [Query]
