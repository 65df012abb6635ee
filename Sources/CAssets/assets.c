// Written by the script "generate": the list of files that are part of the binary.

#include "CAssets.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const struct CAsset table[] = {
    {NULL, NULL, 0},
};

const struct CAsset *CAssetsTable(void) { return table; }

size_t CAssetsCount(void) { return sizeof table / sizeof *table - 1; }
