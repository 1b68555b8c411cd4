import Database
import Kernel

/// Does the work of a queue on threads of its own.
public final class JobRunner<Context: Sendable>: Sendable {
  private struct State {
    var threads: [JoinableThread] = []
    var runs: [ID<Job>: JobRun] = [:]
    var isStopping = false
    var hasEnded = false
  }

  private let queue: JobQueue
  private let kinds: [String: JobKind<Context>]
  private let context: Context
  private let threadCount: Int
  private let report: @Sendable (JobReport) -> Void
  private let state = Guarded(State())

  /// A runner; nothing happens before ``start()``.
  ///
  /// - Parameters:
  ///   - queue: where the work waits.
  ///   - kinds: what it can do; jobs of other kinds are left to others.
  ///   - context: what the work may use.
  ///   - threads: how many jobs at once, ≥ 1.
  ///   - report: told how each run ended, for the log.
  public init(
    queue: JobQueue, kinds: [JobKind<Context>], context: Context, threads: Int = 2,
    report: @escaping @Sendable (JobReport) -> Void = { _ in }
  ) {
    precondition(threads > 0, "somebody must do the work")
    self.queue = queue
    self.kinds = Dictionary(kinds.map { ($0.name, $0) }) { first, _ in
      preconditionFailure("two kinds of job are called \(first.name)")
    }
    self.context = context
    threadCount = threads
    self.report = report
  }

  /// Begins to take up work.
  public func start() {
    state.withLock { state in
      guard state.threads.isEmpty, !kinds.isEmpty else { return }
      state.threads = (0..<threadCount).map { _ in JoinableThread { [self] in work() } }
      state.threads.append(JoinableThread { [self] in keepClaims() })
    }
  }

  /// Asks the work in hand to stop, waits until it has, and lets what was not done wait.
  public func stop() {
    let threads = state.withLock { state in
      state.isStopping = true
      for run in state.runs.values { run.stop() }
      defer { state.threads = [] }
      return state.threads
    }
    state.broadcast()
    for thread in threads.dropLast() { thread.join() }
    state.withLock { $0.hasEnded = true }
    state.broadcast()
    threads.last?.join()
  }

  /// Does one job on the calling thread; false where there was none to do.
  ///
  /// For tests and commands; a job of many seconds needs a started runner to keep its claim.
  @discardableResult
  public func runNext() throws -> Bool {
    let names = Array(kinds.keys)
    guard try queue.hasWork(names), let claim = try queue.claim(names) else { return false }
    perform(claim)
    return true
  }

  private func work() {
    while !state.withLock({ $0.isStopping }) {
      if (try? runNext()) != true { rest() }
    }
  }

  private func rest() {
    _ = state.wait(seconds: queue.live.pause) { state in state.isStopping ? true : nil }
  }

  private func perform(_ claim: JobClaim) {
    let run = JobRun(claim, queue: queue)
    state.withLock { state in
      state.runs[run.id] = run
      if state.isStopping { run.stop() }
    }
    let outcome = outcome(of: run)
    state.withLock { _ = $0.runs.removeValue(forKey: run.id) }
    settle(run, outcome)
    queue.live.set(run.id, nil)
  }

  private func outcome(of run: JobRun) -> JobReport.Outcome {
    guard let kind = kinds[run.kind], run.attempt - run.errors <= JobQueue.mostCrashes else {
      return .abandoned
    }
    do {
      FaultPoint.reach("jobs.taken")
      try kind.run(run, context)
      return .done
    } catch is JobStopped {
      return .stopped
    } catch {
      return run.errors < kind.retries ? .willRetry(error) : .failed(error)
    }
  }

  /// Writes down how a run ended; tried for a while, since a database may be away for a moment.
  private func settle(_ run: JobRun, _ outcome: JobReport.Outcome) {
    report(JobReport(id: run.id, kind: run.kind, outcome: outcome))
    guard !run.isCompleted else { return }
    for pause in [0.1, 0.5, 2, 5, 10, 0] {
      do {
        try queue.database.write { write in try conclude(run, outcome, in: write) }
        return
      } catch DatabaseError.stale { return } catch {
        if pause > 0 { _ = state.wait(seconds: pause) { $0.hasEnded ? true : nil } }
      }
    }
  }

  private func conclude(_ run: JobRun, _ outcome: JobReport.Outcome, in write: Write) throws {
    switch outcome {
    case .done: try queue.finish(run, result: run.result, in: write)
    case .stopped: try queue.postpone(run, seconds: 0, errors: 0, in: write)
    case .willRetry:
      let pause = min(3600, 5 * Double(1 << min(run.errors, 12)))
      try queue.postpone(run, seconds: pause, errors: 1, in: write)
    case .failed(let error):
      let message = (error as? any Problem)?.message ?? JobReport.unexplained
      try queue.fail(run, because: message, in: write)
    case .abandoned: try queue.fail(run, because: JobReport.crashed, in: write)
    }
  }

  /// Writes progress and renews claims while work is in hand.
  private func keepClaims() {
    var written: [ID<Job>: (LiveProgress.Progress, ContinuousClock.Instant)] = [:]
    while state.wait(seconds: 0.3, { $0.hasEnded ? true : nil }) == nil {
      let runs = state.withLock { Array($0.runs.values) }
      written = written.filter { entry in runs.contains { $0.id == entry.key } }
      for run in runs where !run.isCompleted {
        let progress = queue.live.progress(of: run.id) ?? LiveProgress.Progress()
        if let last = written[run.id], last.0 == progress, last.1 > .now - .seconds(5) { continue }
        guard let kept = try? queue.renew(run) else { continue }
        written[run.id] = (progress, .now)
        if !kept && !run.isCompleted { run.stop() }
      }
    }
  }
}
