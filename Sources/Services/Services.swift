// The outside world behind Pipeline's protocols: HTTP, S3, folders.
