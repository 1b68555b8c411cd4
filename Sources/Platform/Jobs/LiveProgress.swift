import Kernel

/// How far the jobs of this process are, before it is written down.
final class LiveProgress: Sendable {
  struct Progress: Equatable {
    var done = 0
    var total = 0
    var note = ""
  }

  private struct State {
    var jobs: [ID<Job>: Progress] = [:]
    var hurryUntil: ContinuousClock.Instant?
  }

  private let state = Guarded(State())

  func set(_ id: ID<Job>, _ progress: Progress?) { state.withLock { $0.jobs[id] = progress } }

  func progress(of id: ID<Job>) -> Progress? { state.withLock { $0.jobs[id] } }

  func overlay(_ status: JobStatus) -> JobStatus {
    guard status.state == .running, let progress = progress(of: status.id) else { return status }
    var newest = status
    newest.done = progress.done
    newest.total = progress.total
    newest.note = progress.note
    return newest
  }

  /// Says that a job will be there as soon as the present transaction commits.
  func hurry() { state.withLock { $0.hurryUntil = .now + .seconds(2) } }

  /// Seconds until it is worth looking for work again.
  var pause: Double {
    let hurries = state.withLock { $0.hurryUntil.map { $0 > .now } ?? false }
    return hurries ? 0.02 : 0.5
  }
}
