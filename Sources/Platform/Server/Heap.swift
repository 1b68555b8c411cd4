import CMalloc
import Glibc

/// The memory of a process that serves.
public enum Heap {
  /// Has the threads of the process share few pools of memory: one for every two processors.
  ///
  /// The C library gives threads pools of their own, up to eight for each processor. What requests
  /// leave in each lies between what stays, so that the pools grow for hours and hold twice what is
  /// in use. Threads keep small pieces to themselves all the same, so that they seldom wait for each
  /// other. Call it before the first thread is started; later it changes nothing of pools there are.
  public static func shareAmongThreads() {
    let processors = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    _ = mallopt(M_ARENA_MAX, Int32(max(1, processors / 2)))
  }
}
