#pragma once
#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <ogr_api.h>

// Declared in a C++ header only.
void RegisterOGRXLSX(void);
void RegisterOGRODS(void);

static inline unsigned hamlet_vector_read_only(void) { return GDAL_OF_VECTOR | GDAL_OF_READONLY; }
static inline void hamlet_quiet(void) { CPLSetErrorHandler(CPLQuietErrorHandler); }
