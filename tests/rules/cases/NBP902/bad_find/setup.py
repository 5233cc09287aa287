from setuptools import find_packages, setup

setup(  # expect-file: NBP902
    name="netbox-example",
    version="1.0.0",
    python_requires=">=3.10",
    packages=find_packages(include=["netbox_example", "netbox_example.migrations"]),
)
