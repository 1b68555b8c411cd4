import Glibc
import Server
import Testing

@Suite("Being asked to stop")
struct TerminationTests {
  @Test("the signal is waited for instead of ending the program")
  func signal() async {
    await #expect(processExitsWith: .success) {
      Termination.prepare()
      pthread_kill(pthread_self(), SIGTERM)
      exit(Termination.wait() == SIGTERM ? 0 : 1)
    }
  }

  @Test("a broken pipe does not end the program")
  func brokenPipe() async {
    await #expect(processExitsWith: .success) {
      Termination.prepare()
      var ends: [Int32] = [0, 0]
      pipe(&ends)
      close(ends[0])
      exit(write(ends[1], "x", 1) == -1 && errno == EPIPE ? 0 : 1)
    }
  }
}
