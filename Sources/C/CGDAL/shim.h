#pragma once
#include <gdal/cpl_error.h>
#include <gdal/cpl_vsi.h>
#include <gdal/gdal.h>
#include <gdal/ogr_api.h>
#include <gdal/ogr_srs_api.h>

// Types and constants alone: the library is loaded when a table or a boundary is read, not when the program
// starts, because it brings 115 others and 40 ms.
static inline unsigned hamlet_vector_read_only(void) { return GDAL_OF_VECTOR | GDAL_OF_READONLY; }
