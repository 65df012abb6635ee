"""Builds a small AWS account in moto, on the loopback interface, and lets Prowler look at it.

Usage: account.py ACCOUNT REPORT
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import boto3
from moto.server import ThreadedMotoServer

REGION = "eu-central-1"
CHECKS = [
    "s3_bucket_default_encryption",
    "s3_bucket_level_public_access_block",
    "iam_password_policy_minimum_length_14",
    "iam_policy_attached_only_to_group_or_roles",
]

EVERY_BUCKET = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}],
}


def build(account):
    s3 = boto3.client("s3")
    for bucket in account["buckets"]:
        place = {"LocationConstraint": REGION}
        s3.create_bucket(Bucket=bucket["name"], CreateBucketConfiguration=place)
        if bucket["private"]:
            s3.put_public_access_block(
                Bucket=bucket["name"],
                PublicAccessBlockConfiguration={
                    "BlockPublicAcls": True,
                    "IgnorePublicAcls": True,
                    "BlockPublicPolicy": True,
                    "RestrictPublicBuckets": True,
                },
            )
    iam = boto3.client("iam")
    for user in account["users"]:
        iam.create_user(UserName=user)
        iam.put_user_policy(
            UserName=user, PolicyName="buckets", PolicyDocument=json.dumps(EVERY_BUCKET)
        )
    if account["password_length"]:
        iam.update_account_password_policy(MinimumPasswordLength=account["password_length"])


def main(account, report):
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    os.environ.update(
        AWS_ENDPOINT_URL=f"http://{host}:{port}",
        AWS_ACCESS_KEY_ID="testing",
        AWS_SECRET_ACCESS_KEY="testing",
        AWS_DEFAULT_REGION=REGION,
        AWS_EC2_METADATA_DISABLED="true",
    )
    build(json.loads(Path(account).read_text()))
    report = Path(report)
    status = subprocess.run(
        ["prowler", "aws", "--no-banner", "--region", REGION, "--checks", *CHECKS]
        + ["--output-formats", "json-ocsf", "--output-directory", str(report.parent)]
        + ["--output-filename", report.name.removesuffix(".ocsf.json")],
        stdout=subprocess.DEVNULL,
    ).returncode
    server.stop()
    return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
