#ifndef CASSETS_H
#define CASSETS_H

#include <stddef.h>
#include <stdint.h>

/// A file that is part of the binary.
struct CAsset {
  /// Its name, such as `dashboards/index.html.mustache` or `assets/style.css`.
  const char *name;
  /// Its bytes.
  const uint8_t *bytes;
  /// How many there are.
  size_t size;
};

/// All files, sorted by name.
const struct CAsset *CAssetsTable(void);

/// How many files there are.
size_t CAssetsCount(void);

#endif
