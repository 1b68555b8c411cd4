#include "CAssets.h"

// Clang knows #embed of C23 in every language mode and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char stylesheet[] = {
#embed "hamlet.css"
};
static const unsigned char script[] = {
#embed "hamlet.js"
};
static const unsigned char upload[] = {
#embed "upload.js"
};
static const unsigned char panmap[] = {
#embed "panmap.js"
};
static const unsigned char emblem[] = {
#embed "emblem.svg"
};
static const unsigned char sprite[] = {
#embed "sprite.svg"
};

#define ASSET(name)                                              \
  const unsigned char *assets_##name(size_t *count) {            \
    *count = sizeof name;                                        \
    return name;                                                 \
  }

ASSET(stylesheet)
ASSET(script)
ASSET(upload)
ASSET(panmap)
ASSET(emblem)
ASSET(sprite)
