#ifndef CASSETS_H
#define CASSETS_H
#include <stddef.h>
#include <stdint.h>
#endif
