"""Secrets that scanners take for real. None is: each is put together here, and only while the story
is told, so that no file of the repository holds one whole."""

SECRETS = {
    "payment_key": "_".join(["sk", "live", "ViGiL7dEm0nOt4rEaL9kEy2Q"]),
    "chat_hook": "https://hooks.slack." + "com/services/" + "/".join(
        ["T0NOTREAL0", "B0NOTREAL1", "vigilDemoNotARealHook123"]
    ),
    "archive_token": "vigil" + "-demo-" + "4f1c9b7e2d8a6053",
    "cloud_key": "AK" + "IA" + "V7GZLDEMQ2XNTRKY",
}


def filled_in(text):
    """The text with each `@name@` replaced by the secret of that name."""
    for name, value in SECRETS.items():
        text = text.replace(f"@{name}@", value)
    return text
