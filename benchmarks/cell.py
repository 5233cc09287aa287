"""`npk test` beside what every plugin's CI does today, and beside a bare boot of NetBox, on one machine in one run.

    ./dev bench -- [--netbox 4.7.3] [--runs 5] [--no-recipe]

Three things are timed, as whole processes:

- recipe: the usual CI job. Install NetBox with pip into a new virtual environment, install the plugin, create a
  database, `migrate`, `makemigrations --check`, `test <plugin>` (which migrates a second database).
- cell: `npk test`, cold (empty cache) and warm.
- boot: `django.setup()` and the URLconf, in the same environment and configuration as the cell; nothing is asked.

The servers of the recipe are started by the kit and not timed, as a CI has them as services.
"""

from __future__ import annotations
