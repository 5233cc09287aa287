"""NetBox, its servers and its images in containers of a Docker engine."""
