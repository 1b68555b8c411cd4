#pragma once
#include <zlib.h>

/* deflateInit2 is a macro; 16 added to the window's bits asks for the gzip form. */
static inline int hamlet_gzip_init(z_stream *_Nonnull stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}
