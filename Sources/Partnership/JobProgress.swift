internal import Design
public import Jobs
public import Markup

/// How far a job in the background is; it keeps on while nobody looks, and after a restart.
///
/// It is the whole of a page below its head; where script runs it keeps itself up to date until the job
/// is over.
public struct JobProgress<Ways: HTML>: HTML {
  /// What is said of a job.
  public struct Words: Sendable {
    /// What is waited for, such as "map".
    public let subject: String
    /// The work, such as "drawing".
    public let work: String
    /// What is being done, such as "Periods drawn and tested".
    public let running: String
    /// Said once it is done, a sentence.
    public let done: String
    /// Said once it failed, a sentence.
    public let failed: String

    /// The words of a job.
    public init(subject: String, work: String, running: String, done: String, failed: String) {
      self.subject = subject
      self.work = work
      self.running = running
      self.done = done
      self.failed = failed
    }
  }

  private let status: JobStatus
  private let path: String
  private let words: Words
  private let ways: Ways

  /// The progress of a job whose page has a path; `ways` lead on once it is over.
  public init(_ status: JobStatus, path: String, _ words: Words, @HTMLBuilder ways: () -> Ways) {
    self.status = status
    self.path = path
    self.words = words
    self.ways = ways()
  }

  /// The part of the page that changes.
  public var body: some HTML {
    LivePart(id: words.work, path: path, isLive: !status.isOver) {
      switch status.state {
      case .waiting:
        Notice { p { "The \(words.subject) waits for its turn. You can leave this page." } }
      case .running:
        ProgressBar(
          done: status.done, total: status.total > 0 ? status.total : nil, label: words.running)
        p(.class("quiet")) { "You can leave this page: the \(words.work) goes on." }
      case .done:
        Notice(.good) { p { strong { words.done } } }
      case .failed:
        Notice(.bad) {
          p { strong { words.failed } }
          p { status.failure ?? "Something went wrong." }
        }
      }
      if status.isOver { p { ways } }
    }
  }
}
