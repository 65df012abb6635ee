"""The twelve nights: what the developers changed on the day before, and what went wrong."""

from dataclasses import dataclass, field
from typing import Callable

CATALOGUE = "shop/shop/catalogue.py"
GITLEAKS = "shop/secrets/gitleaks/gitleaks.json"
CHECKOV = "infra/iac/checkov/checkov.json"
CPPCHECK = "shop/sast/cppcheck/cppcheck.sarif"

FORMATTED = """\
        rows = db.execute(
            f"SELECT id, name, price FROM products WHERE name LIKE '%{words}%'"
        )
"""
PARAMETERISED = """\
        rows = db.execute(
            "SELECT id, name, price FROM products WHERE name LIKE ?", (f"%{words}%",)
        )
"""


@dataclass(frozen=True)
class Night:
    date: str
    edit: Callable
    # Reports that no pipeline uploaded; yesterday's was cleared away.
    missing: tuple = ()
    # Uploads that broke off, and after how many bytes.
    cut: dict = field(default_factory=dict)


def the_shop(tree):
    """Baseline: the shop's pipelines report for the first time."""
    tree.check_out("shop")


def search(tree):
    """A search and a tracking token: an SQL injection and a weak hash."""
    tree.append(
        CATALOGUE,
        "\n\ndef search(words):\n    with connection() as db:\n"
        + FORMATTED
        + '        return [dict(zip(("id", "name", "price"), row)) for row in rows]\n',
    )
    tree.replace(
        "shop/shop/app.py",
        '@app.post("/orders")',
        '@app.get("/search")\ndef search():\n'
        '    return jsonify(catalogue.search(request.args["q"]))\n\n\n@app.post("/orders")',
    )
    tree.replace("shop/shop/orders.py", "import pickle", "import hashlib\nimport pickle")
    tree.append(
        "shop/shop/orders.py",
        "\n\ndef tracking_token(number):\n"
        '    return hashlib.md5(str(number).encode()).hexdigest()\n',
    )


def infrastructure(tree):
    """A second project, and its account, report for the first time."""
    tree.check_out("infra")
    tree.set_account(
        buckets=[
            {"name": "shop-receipts", "private": False},
            {"name": "shop-exports", "private": False},
        ],
        users=["deploy"],
        password_length=8,
    )


def fixes(tree):
    """The search takes parameters, the label is no format, PyYAML is new, the queue is encrypted."""
    tree.replace(CATALOGUE, FORMATTED, PARAMETERISED)
    tree.replace("shop/requirements.txt", "pyyaml==5.3\n", "pyyaml==6.0.1\n")
    tree.replace("shop/native/label.c", "printf(label->name)", "fputs(label->name, stdout)")
    tree.replace(
        "infra/cloudformation/queue.yml",
        "      VisibilityTimeout: 30\n",
        "      VisibilityTimeout: 30\n      KmsMasterKeyId: alias/shop\n",
    )
    tree.append(
        "infra/terraform/main.tf",
        """
resource "aws_s3_bucket_public_access_block" "receipts" {
  bucket                  = aws_s3_bucket.receipts.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
""",
    )


def broken_rules(tree):
    """Somebody's edit breaks semgrep's rules: it runs, and finds nothing at all."""
    tree.replace("rules/shop/semgrep.yml", "  - id: unpickled-data\n", "  - id: unpickled-data\n   ")
    tree.replace(
        "shop/web/server.js",
        "app.listen(3000);",
        "app.get('/discount', function (req, res) {\n"
        "  res.json({ price: eval(req.query.formula) });\n"
        "});\n\napp.listen(3000);",
    )
    tree.set_account(
        buckets=[
            {"name": "shop-receipts", "private": True},
            {"name": "shop-exports", "private": False},
        ],
        users=["deploy"],
        password_length=8,
    )


def rules_mended(tree):
    """Semgrep is back; Flask is bumped, to a version as vulnerable as the last."""
    tree.replace("rules/shop/semgrep.yml", "  - id: unpickled-data\n   ", "  - id: unpickled-data\n")
    tree.replace("shop/requirements.txt", "flask==2.2.2", "flask==2.2.3")


def refactoring(tree):
    """Files renamed, functions and resources moved; nothing gets better or worse."""
    tree.move("shop/shop/orders.py", "shop/shop/checkout.py")
    tree.replace(
        "shop/shop/app.py", "import catalogue, orders, receipts", "import catalogue, checkout, receipts"
    )
    tree.replace("shop/shop/app.py", "orders.place(", "checkout.place(")
    tree.replace("shop/shop/app.py", "orders.by_number(", "checkout.by_number(")
    rates = tree.cut_out("shop/shop/receipts.py", "def archive(", "def tax_rates(")
    tree.append("shop/shop/receipts.py", "\n\n" + rates.rstrip("\n") + "\n")
    tree.move("shop/native/weigh.c", "shop/native/scales.c")
    bars = tree.cut_out("shop/native/label.c", "static char *barcode", "static int print(")
    tree.replace("shop/native/label.c", "static void fill(", bars + "static void fill(")
    tree.replace(
        "shop/web/cart.js",
        "const crypto = require('crypto');\n",
        "'use strict';\n\nconst crypto = require('crypto');\n",
    )
    bastion = tree.cut_out(
        "infra/terraform/main.tf",
        'resource "aws_instance" "bastion"',
        'resource "aws_s3_bucket_public_access_block"',
    )
    tree.write("infra/terraform/bastion.tf", bastion.rstrip("\n") + "\n")


def log_shipper(tree):
    """A privileged container; an advisory that is new though no line of code is."""
    tree.write(
        "infra/kubernetes/logs.yml",
        """\
apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: logs
  namespace: shop
spec:
  selector:
    matchLabels:
      app: logs
  template:
    metadata:
      labels:
        app: logs
    spec:
      hostPID: true
      automountServiceAccountToken: false
      containers:
        - name: shipper
          image: registry.shop.example/logs/shipper:1.8.2
          imagePullPolicy: Always
          securityContext:
            privileged: true
            readOnlyRootFilesystem: true
          resources:
            requests:
              cpu: 50m
              memory: 64Mi
            limits:
              cpu: 200m
              memory: 128Mi
          volumeMounts:
            - name: docker
              mountPath: /var/run/docker.sock
      volumes:
        - name: docker
          hostPath:
            path: /var/run/docker.sock
""",
    )


def reverted(tree):
    """A merge brings the SQL injection back; a bucket for partners appears, unprotected."""
    tree.replace(CATALOGUE, PARAMETERISED, FORMATTED)
    tree.append(
        "infra/terraform/main.tf",
        '\nresource "aws_s3_bucket" "partners" {\n  bucket = "shop-partners"\n}\n',
    )
    tree.set_account(
        buckets=[
            {"name": "shop-receipts", "private": True},
            {"name": "shop-exports", "private": False},
            {"name": "shop-partners", "private": False},
        ],
        users=["deploy"],
        password_length=8,
    )


def one_of_twins(tree):
    """The first of two identical lines goes, the second stays."""
    tree.cut_out("shop/shop/checkout.py", "def print_label(", "def print_return_label(")


def decisions(tree):
    """Two findings are accepted, with reasons; a rule's severity is raised."""
    tree.replace(
        "shop/shop/checkout.py",
        "random.randint(100_000, 999_999)",
        "random.randint(100_000, 999_999)  # nosemgrep: guessable-random",
    )
    tree.replace(
        "infra/terraform/bastion.tf",
        'resource "aws_instance" "bastion" {\n',
        'resource "aws_instance" "bastion" {\n'
        "  # checkov:skip=CKV_AWS_8:The disk holds nothing; it is rebuilt every week\n",
    )
    tree.replace(
        "rules/shop/semgrep.yml",
        "  - id: unpickled-data\n    languages: [python]\n    severity: WARNING\n",
        "  - id: unpickled-data\n    languages: [python]\n    severity: ERROR\n",
    )


def last_night(tree):
    """A key is committed and SSH opened to the world; the image and the redirect are mended."""
    tree.write(
        "infra/terraform/terraform.tfvars",
        'vpc        = "vpc-0c0ffee0"\nsubnet     = "subnet-0c0ffee0"\naccess_key = "@cloud_key@"\n',
    )
    tree.replace(
        "infra/terraform/network.tf",
        "  egress {",
        "  ingress {\n"
        '    description = "SSH, until the VPN works"\n'
        "    from_port   = 22\n    to_port     = 22\n"
        '    protocol    = "tcp"\n    cidr_blocks = ["0.0.0.0/0"]\n  }\n\n  egress {',
    )
    tree.replace("shop/Dockerfile", "FROM python:latest", "FROM python:3.12-slim")
    tree.replace("shop/Dockerfile", "ADD . /srv/shop", "COPY . /srv/shop")
    tree.replace("shop/Dockerfile", "CMD python -m shop.app", 'CMD ["python", "-m", "shop.app"]')
    tree.replace(
        "shop/shop/app.py",
        'return redirect(request.args["to"])',
        'return redirect("/" + request.args["to"].lstrip("/"))',
    )


NIGHTS = [
    Night("2026-11-12", the_shop),
    Night("2026-11-13", search),
    Night("2026-11-14", infrastructure),
    Night("2026-11-15", fixes),
    Night("2026-11-16", broken_rules),
    Night("2026-11-17", rules_mended),
    Night("2026-11-18", refactoring),
    Night("2026-11-19", log_shipper, missing=(GITLEAKS,)),
    Night("2026-11-20", reverted, cut={CHECKOV: 16_384}),
    Night("2026-11-21", one_of_twins),
    Night("2026-11-22", decisions),
    Night("2026-11-23", last_night, missing=(CPPCHECK,)),
]
