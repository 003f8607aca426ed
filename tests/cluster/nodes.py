"""Real nodes of OpenSearch on this machine: jars of Maven Central, a process each, data in a folder that goes."""

from __future__ import annotations

import random
import shutil
import socket
import subprocess
import time
import urllib.request
from contextlib import suppress
from itertools import islice
from pathlib import Path

from tests.support.paths import ROOT

LAUNCHER = Path(__file__).with_name("launcher")
JARS = ROOT / "build" / "cluster"
"""Where Maven puts the jars; its own repository checks them against the checksums of Maven Central."""
HEAP = "-Xmx512m"
START_SECONDS = 300.0
PORTS = range(20_000, 32_000)
"""Below those that systems give to outgoing connections (Linux: 32768 and above), so that none takes a port on which
a node is about to listen."""


class ClusterUnavailable(Exception):
    """No cluster can be started here; the text says why."""


def jars() -> Path:
    """The folder of the jars, fetched when the list of them is newer. Raises ClusterUnavailable."""
    for program in ("java", "mvn"):
        if not shutil.which(program):
            raise ClusterUnavailable(f"no cluster: {program} is not installed")
    listed, done = LAUNCHER / "pom.xml", JARS / "done"
    if not done.is_file() or done.stat().st_mtime < listed.stat().st_mtime:
        shutil.rmtree(JARS, ignore_errors=True)
        goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={JARS}"]
        finished = subprocess.run(["mvn", "-q", "-B", "-f", listed, *goal], capture_output=True, text=True, check=False)
        if finished.returncode:
            raise ClusterUnavailable(f"no cluster: Maven fetched no jars: {finished.stdout.strip()[:200]}")
        done.touch()
    return JARS


class ClusterNode:
    """One node: its process, its address, its folder."""

    process: subprocess.Popen[bytes]

    def __init__(self, folder: Path, http: int, settings: dict[str, object]) -> None:
        self.url = f"http://127.0.0.1:{http}"
        (folder / "config").mkdir(parents=True)
        listed = [f"{key}={value}" for key, value in {**settings, "http.port": http}.items()]
        program = [str(LAUNCHER / "Launch.java"), str(folder), *listed]
        self._command = ["java", HEAP, "-XX:+UseSerialGC", "-cp", f"{jars()}/*", *program]
        self._log = folder / "log"
        self.start()

    def start(self) -> None:
        """Start the process, on the data that is there."""
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(self._command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)

    def kill(self) -> None:
        """End the process at once, as a machine that loses its power does."""
        self.process.kill()
        self.process.wait()


class LocalCluster:
    """Some nodes that know each other; ended by `stop`."""

    def __init__(self, folder: Path, count: int) -> None:
        ports = free_ports(2 * count)
        names = [f"n{place}" for place in range(count)]
        shared: dict[str, object] = {
            "cluster.name": "kb",
            "network.host": "127.0.0.1",
            "discovery.seed_hosts": ",".join(f"127.0.0.1:{port}" for port in ports[count:]),
            "cluster.initial_cluster_manager_nodes": ",".join(names),
            # The disk of a developer is fuller than that of a server: its share is no matter of these tests.
            "cluster.routing.allocation.disk.threshold_enabled": "false",
        }
        jars()
        self.nodes = [
            ClusterNode(folder / name, http, {**shared, "node.name": name, "transport.port": transport})
            for name, http, transport in zip(names, ports, ports[count:], strict=False)
        ]
        try:
            self.wait()
        except BaseException:
            self.stop()
            raise

    @property
    def url(self) -> str:
        """The addresses of all nodes, as `kb index --url` takes them."""
        return ",".join(node.url for node in self.nodes)

    def stop(self) -> None:
        """End every node."""
        for node in self.nodes:
            node.kill()

    def revive(self) -> None:
        """Start the nodes that have died, on the data that they had."""
        for node in self.nodes:
            if node.process.poll() is not None:
                node.start()
        self.wait()

    def wait(self) -> None:
        """Wait until every node knows all the others."""
        for node in self.nodes:
            self._await(node)

    def _await(self, node: ClusterNode) -> None:
        address = f"{node.url}/_cluster/health?wait_for_nodes={len(self.nodes)}&timeout=10s"
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            if node.process.poll() is not None:
                raise AssertionError(f"a node ended by itself with {node.process.returncode}")
            with suppress(OSError), urllib.request.urlopen(address, timeout=15) as answer:
                if answer.status == 200:
                    return
            time.sleep(0.3)
        raise AssertionError(f"{node.url} did not start within {START_SECONDS} s")


def free_ports(count: int) -> list[int]:
    """Ports of this machine that nobody listens on."""
    return list(islice(filter(_is_free, random.sample(PORTS, len(PORTS))), count))


def _is_free(port: int) -> bool:
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True
