from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe


def name_cell(record):
    return mark_safe(f"<b>{record.name}</b>")  # expect: NBP804


def note_cell(record):
    html = "<i>%s</i>" % record.note
    return mark_safe(html)  # expect: NBP804


def label_cell(value):
    return SafeString("<span>" + value + "</span>")  # expect: NBP804


def link_cell(record):
    return format_html(f'<a href="{{}}">{record.name}</a>', record.get_absolute_url())  # expect: NBP804


def list_cell(record):
    text = "<ul>{}</ul>".format(record.names["first"].strip())
    return mark_safe(text)  # expect: NBP804
