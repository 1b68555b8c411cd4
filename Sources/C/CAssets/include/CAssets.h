#pragma once
#include <stddef.h>

/* Files built into the program: their bytes, and how many. */
const unsigned char *assets_stylesheet(size_t *count);
const unsigned char *assets_script(size_t *count);
const unsigned char *assets_upload(size_t *count);
const unsigned char *assets_panmap(size_t *count);
const unsigned char *assets_emblem(size_t *count);
const unsigned char *assets_sprite(size_t *count);
