import ast
import json
import os
import subprocess

import yaml


class Loader(yaml.SafeLoader):
    pass


class Query:
    def load(self, data):
        return data

    def eval(self, text):
        return text


def run(probe, data, stream, query):
    eval("1 + 1")
    query.eval(data)
    ast.literal_eval(data)
    json.loads(data)
    query.load(data)
    yaml.safe_load(stream)
    yaml.load(stream, Loader=Loader)
    yaml.load(stream, yaml.CSafeLoader)
    subprocess.run(["ping", "-c", "1", probe.address], check=True)
    subprocess.run("uptime", shell=True, check=True)
    os.system("uptime")
