from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

EMPTY = mark_safe("<span>-</span>")
COLOURS = {True: "success", False: "danger"}
TAG = "b"


def name_cell(record):
    return format_html("<b>{}</b>", record.name)


def state_cell(record, state):
    colour = COLOURS[bool(state)]
    return mark_safe(f'<i class="text-{colour}" title="{escape(record.name)}">{len(record.name)}</i>')


def page_cell(record):
    inner = record.render()
    return mark_safe(f'<{TAG} id="probe-{record.pk}">{inner}</{TAG}>')


def share_cell(record):
    return mark_safe("<b>%s</b> %s" % (int(record.share), _("of all")))


def percent_cell(value):
    return mark_safe(f"<b>{value:.1f}</b>")


def message(record):
    text = "{} {}".format("Created" if record.is_new else "Changed", record._meta.verbose_name)
    return mark_safe(f'{text} <a href="{record.get_absolute_url()}">{escape(record)}</a>')


def badges(record):
    every = "".join(f"<li>{escape(each)}</li>" for each in record.labels)
    return mark_safe(f"<ul>{every}</ul>") + format_html_join("", "<p>{}</p>", record.notes)
