from netbox.views.generic import ObjectView


class StockView(ObjectView):
    pass
