"""Servers on this machine for as long as they are needed: a real S3, and the Jira of the tests."""

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import boto3
import botocore.exceptions

KEYS = {"AWS_ACCESS_KEY_ID": "AKIAVIGILBENCH", "AWS_SECRET_ACCESS_KEY": "a-key-for-this-machine-only"}


TRACKER_TOKEN = "jira-token-of-tests"
TRACKER = Path(__file__).resolve().parent.parent / "Tests/TrackerServers/tracker_server.py"


@contextlib.contextmanager
def tracker():
    """The URL of a Jira that keeps its issues in memory."""
    process = subprocess.Popen([sys.executable, TRACKER, "jira-cloud", "--port", "0"], text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
    finally:
        process.kill()
        process.wait()


def free_ports(count):
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


@contextlib.contextmanager
def server(weed, folder):
    """The URL of a server that keeps its files in a folder, and a client with a bucket on it."""
    folder.mkdir(parents=True)
    identity = {
        "name": "bench", "actions": ["Admin", "Read", "Write", "List"],
        "credentials": [{"accessKey": KEYS["AWS_ACCESS_KEY_ID"], "secretKey": KEYS["AWS_SECRET_ACCESS_KEY"]}],
    }
    (folder / "s3.json").write_text(json.dumps({"identities": [identity]}))
    ports = free_ports(8)
    names = ["master.port", "master.port.grpc", "volume.port", "volume.port.grpc", "filer.port",
             "filer.port.grpc", "s3.port", "s3.port.grpc"]
    arguments = [weed, "server", "-dir=.", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", "-s3",
                 "-s3.config=s3.json", "-s3.iam=false", "-s3.port.iceberg=0", "-s3.port.lance=0",
                 "-master.telemetry=false", "-volume.max=50", "-master.volumeSizeLimitMB=64"]
    arguments += [f"-{name}={port}" for name, port in zip(names, ports)]
    with open(folder / "log", "wb") as log:
        process = subprocess.Popen(arguments, cwd=folder, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    try:
        url = f"http://127.0.0.1:{ports[6]}"
        yield url, bucket(url)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


def bucket(url):
    """A client for a server, once it has made a bucket `bench` and an object in it."""
    client = boto3.client(
        "s3", endpoint_url=url, region_name="us-east-1",
        aws_access_key_id=KEYS["AWS_ACCESS_KEY_ID"], aws_secret_access_key=KEYS["AWS_SECRET_ACCESS_KEY"],
    )
    for _ in range(120):
        try:
            client.create_bucket(Bucket="bench")
            client.put_object(Bucket="bench", Key="ready", Body=b"x")
            client.delete_object(Bucket="bench", Key="ready")
            return client
        except (botocore.exceptions.BotoCoreError, botocore.exceptions.ClientError):
            time.sleep(0.5)
    raise TimeoutError("SeaweedFS did not become ready")


def environment():
    """The environment of programs that use the server."""
    others = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    return {**others, **KEYS, "AWS_REGION": "us-east-1", "AWS_EC2_METADATA_DISABLED": "true"}
