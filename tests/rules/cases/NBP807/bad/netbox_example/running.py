import os
import pickle
import subprocess
from subprocess import check_output as output

import yaml


def run(probe, data, stream):
    eval(probe.expression)  # expect: NBP807
    exec(data, {})  # expect: NBP807
    pickle.loads(data)  # expect: NBP807
    yaml.load(stream, Loader=yaml.Loader)  # expect: NBP807
    yaml.load(stream)  # expect: NBP807
    subprocess.run(f"ping -c 1 {probe.address}", shell=True, check=True)  # expect: NBP807
    os.system("ping " + probe.address)  # expect: NBP807


def listed(probe):
    return subprocess.check_output(probe.command, shell=True)  # expect: NBP807
