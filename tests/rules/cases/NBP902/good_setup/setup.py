from setuptools import find_packages, setup

setup(
    name="netbox-example",
    version="1.0.0",
    python_requires=">=3.10",
    packages=find_packages(exclude=["tests", "tests.*"]),
)
