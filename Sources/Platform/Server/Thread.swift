import Glibc

/// Runs `body` on a thread of its own, detached; false where the system has none to give.
///
/// The closure is handed over retained: the new thread takes it out of the box and releases it.
func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
  let stackBytes = 4 << 20
  var attributes = pthread_attr_t()
  unsafe pthread_attr_init(&attributes)
  defer { unsafe pthread_attr_destroy(&attributes) }
  unsafe pthread_attr_setstacksize(&attributes, stackBytes)
  unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
  var thread = pthread_t()
  let box = unsafe Unmanaged.passRetained(Body(run: body))
  let result = unsafe pthread_create(
    &thread, &attributes,
    { box in
      if let box = unsafe box { unsafe Unmanaged<Body>.fromOpaque(box).takeRetainedValue().run() }
      return nil
    }, box.toOpaque())
  if result != 0 { unsafe box.release() }
  return result == 0
}

private final class Body: Sendable {
  let run: @Sendable () -> Void
  init(run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Nanoseconds of a clock that never goes back.
func monotonicNanoseconds() -> UInt64 {
  var time = timespec()
  unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
