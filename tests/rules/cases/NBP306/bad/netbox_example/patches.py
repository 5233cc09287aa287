import os
import shutil

from dcim.views import SiteView
from netbox.views import generic

SiteView.template_name = "netbox_example/site.html"  # expect: NBP306
generic.ObjectView.template_name = "netbox_example/object.html"  # expect: NBP306
shutil.copy("site.html", "/opt/netbox/netbox/templates/dcim/site.html")  # expect: NBP306
os.symlink("site.html", "/opt/netbox/netbox/templates/dcim/site.html")  # expect: NBP306
