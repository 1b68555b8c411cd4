#pragma once
#include <spawn.h>

// glibc hides these behind _GNU_SOURCE.
int pipe2(int ends[2], int flags);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);
int memfd_create(const char *name, unsigned flags);
int mkostemp(char *name, int flags);
