#pragma once
#include <proj.h>

// Types and constants alone: the library is loaded when a point is first transformed, not when the
// program starts, because it brings some forty others.
