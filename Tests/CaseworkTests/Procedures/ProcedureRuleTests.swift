import Kernel
import TestKit
import Testing

@testable import Casework

/// A case opened on Friday 20 November 2026 at noon, P2: to be begun by Tuesday at 5pm.
private func record(
  closed: String? = nil, started: String? = nil,
  _ change: (inout CaseRecord) throws -> Void = { _ in }
) throws -> CaseRecord {
  var record = CaseRecord(file: try .sample(closed: closed, started: started))
  record.reports = [
    CaseRecord.Told(
      receivedAt: try moment("2026-11-19T10:00:00Z"), decidedAt: try moment("2026-11-20T12:00:00Z"),
      isWithdrawn: false, toldAt: nil)
  ]
  try change(&record)
  return record
}

private func moment(_ text: String) throws -> Instant { try #require(Instant(text)) }

@Suite("What the record says of a step")
struct ProcedureRuleTests {
  private func result(
    _ kind: StepKind, _ days: Int? = nil, _ record: CaseRecord, at now: String
  ) throws -> StepFinding.Result {
    record.finding(ProcedureStep(kind: kind, days: days), at: try moment(now)).result
  }

  static let decided: [(at: String, days: Int, result: StepFinding.Result)] = [
    ("2026-11-20T17:00:00Z", 1, .met), ("2026-11-20T17:00:01Z", 1, .missed),
    ("2026-11-23T17:00:00Z", 2, .met), ("2026-11-23T17:00:01Z", 2, .missed),
  ]

  @Test("is that a report was decided about in time, on both sides", arguments: decided)
  func isDecided(at: String, days: Int, result expected: StepFinding.Result) throws {
    let record = try record { record in
      record.reports = [
        CaseRecord.Told(
          receivedAt: try moment("2026-11-19T10:00:00Z"), decidedAt: try moment(at),
          isWithdrawn: false, toldAt: nil)
      ]
    }
    #expect(try result(.decided, days, record, at: "2026-12-01T10:00:00Z") == expected)
  }

  /// Begun or not, closed or not, on both sides of Tuesday 24 November, 5pm.
  static let begun: [(started: String?, closed: String?, now: String, result: StepFinding.Result)] =
    [
      ("2026-11-24T17:00:00Z", nil, "2026-12-01T10:00:00Z", .met),
      ("2026-11-24T17:00:01Z", nil, "2026-12-01T10:00:00Z", .missed),
      (nil, nil, "2026-11-24T17:00:00Z", .waiting), (nil, nil, "2026-11-24T17:00:01Z", .missed),
      (nil, "2026-11-24T17:00:00Z", "2026-12-01T10:00:00Z", .inapplicable),
      (nil, "2026-11-24T17:00:01Z", "2026-12-01T10:00:00Z", .missed),
    ]

  @Test("is that the work began in time, unless it ended before", arguments: begun)
  func isBegun(
    started: String?, closed: String?, now: String, result expected: StepFinding.Result
  ) throws {
    let record = try record(closed: closed, started: started)
    #expect(try result(.begun, nil, record, at: now) == expected)
    // Risk and actions are told in the same way, from when the case was opened.
    let assessed = try Self.with(started, record) { $0.firstAssessed = $1 }
    #expect(try result(.assessed, 2, assessed, at: now) == expected)
    let planned = try Self.with(started, record) {
      $0.entries = [CaseRecord.Entry(kind: .action, at: $1)]
    }
    #expect(try result(.planned, 2, planned, at: now) == expected)
    let interviewed = try Self.with(started, record) {
      $0.entries = [CaseRecord.Entry(kind: .interview, at: $1)]
    }
    #expect(try result(.interviewed, 2, interviewed, at: now) == expected)
  }

  private static func with(
    _ at: String?, _ record: CaseRecord, _ change: (inout CaseRecord, Instant) -> Void
  ) throws -> CaseRecord {
    var record = record
    if let at { change(&record, try moment(at)) }
    return record
  }

  typealias Story = [(CaseEntryKind, String)]

  /// Ten working days from Friday 20 November end on Friday 4 December, 5pm.
  static let updated:
    [(name: String, story: Story, closed: String?, now: String, result: StepFinding.Result)] = [
      ("nothing yet", [], nil, "2026-12-04T17:00:00Z", .waiting),
      ("nothing in time", [], nil, "2026-12-04T17:00:01Z", .missed),
      ("on the last day", [(.contact, "2026-12-04T17:00:00Z")], nil, "2026-12-10T10:00:00Z", .met),
      ("a second late", [(.contact, "2026-12-04T17:00:01Z")], nil, "2026-12-10T10:00:00Z", .missed),
      (
        "the second late",
        [(.contact, "2026-11-23T10:00:00Z"), (.contact, "2026-12-07T17:00:01Z")], nil,
        "2026-12-10T10:00:00Z", .missed
      ),
      (
        "stood still for five working days",
        [(.paused, "2026-11-25T10:00:00Z"), (.resumed, "2026-12-02T10:00:00Z")], nil,
        "2026-12-11T17:00:00Z", .waiting
      ),
      (
        "stood still, and late all the same",
        [(.paused, "2026-11-25T10:00:00Z"), (.resumed, "2026-12-02T10:00:00Z")], nil,
        "2026-12-11T17:00:01Z", .missed
      ),
      ("stands still", [(.paused, "2026-11-25T10:00:00Z")], nil, "2027-03-01T10:00:00Z", .waiting),
      (
        "closed in time", [(.closed, "2026-12-04T17:00:00Z")], "2026-12-04T17:00:00Z",
        "2027-03-01T10:00:00Z", .met
      ),
      (
        "closed late", [(.closed, "2026-12-04T17:00:01Z")], "2026-12-04T17:00:01Z",
        "2027-03-01T10:00:00Z", .missed
      ),
      (
        "opened again, long after",
        [(.closed, "2026-11-25T10:00:00Z"), (.reopened, "2027-02-01T10:00:00Z")], nil,
        "2027-02-10T10:00:00Z", .waiting
      ),
      (
        "opened again, and then forgotten",
        [(.closed, "2026-11-25T10:00:00Z"), (.reopened, "2027-02-01T10:00:00Z")], nil,
        "2027-02-15T17:00:01Z", .missed
      ),
    ]

  @Test("is that those who reported heard every ten working days", arguments: updated)
  func isUpdated(
    name: String, story: Story, closed: String?, now: String, result expected: StepFinding.Result
  ) throws {
    let record = try record(closed: closed) { record in
      record.entries = try story.map { CaseRecord.Entry(kind: $0.0, at: try moment($0.1)) }
    }
    #expect(try result(.updated, 10, record, at: now) == expected, "\(name)")
  }

  static let young: [([Bool], String?, StepFinding.Result)] = [
    ([], nil, .inapplicable), ([true], nil, .met), ([true, false], nil, .waiting),
    ([true, false], "2026-11-25T10:00:00Z", .missed), ([true, true], "2026-11-25T10:00:00Z", .met),
  ]

  @Test("is that each young person complained of was offered support", arguments: young)
  func supported(offered: [Bool], closed: String?, expected: StepFinding.Result) throws {
    let record = try record(closed: closed) { $0.young = offered }
    #expect(try result(.supported, nil, record, at: "2026-12-01T10:00:00Z") == expected)
  }

  static let told: [(told: [Bool?], closed: String?, result: StepFinding.Result)] = [
    ([true], nil, .waiting), ([true, true], "2026-11-25T10:00:00Z", .met),
    ([true, false], "2026-11-25T10:00:00Z", .missed), ([true, nil], "2026-11-25T10:00:00Z", .met),
    ([nil], "2026-11-25T10:00:00Z", .inapplicable), ([], "2026-11-25T10:00:00Z", .inapplicable),
  ]

  /// `nil` is a report that was withdrawn.
  @Test("is that everybody who reported was told the outcome", arguments: told)
  func isTold(told: [Bool?], closed: String?, expected: StepFinding.Result) throws {
    let record = try record(closed: closed) { record in
      record.reports = try told.map { isTold in
        CaseRecord.Told(
          receivedAt: try moment("2026-11-19T10:00:00Z"),
          decidedAt: try moment("2026-11-20T12:00:00Z"), isWithdrawn: isTold == nil,
          toldAt: isTold == true ? try moment("2026-11-25T10:00:00Z") : nil)
      }
    }
    #expect(try result(.told, nil, record, at: "2026-12-01T10:00:00Z") == expected)
    let isNobody = told.compactMap(\.self).isEmpty
    #expect(
      try (result(.updated, 10, record, at: "2026-12-01T10:00:00Z") == .inapplicable) == isNobody)
    #expect(
      try (result(.decided, 5, record, at: "2026-12-01T10:00:00Z") == .inapplicable) == told.isEmpty
    )
  }
}

@Suite("Which procedure a case falls under")
struct ProcedureChoiceTests {
  static let hate = ReportKind.all.first { $0.isHate }?.id ?? ""

  private static func procedure(
    _ key: String, _ version: Int, from: Int, _ kinds: Set<String> = []
  ) -> Procedure {
    Procedure(
      key: key, version: version, title: key, kinds: kinds, validFrom: Day(number: from), steps: [])
  }

  private static let all = [
    procedure("case", 1, from: 100), procedure("case", 2, from: 200),
    procedure("case", 3, from: 200),
    procedure("hate", 1, from: 150, [hate]),
  ]

  /// Both sides of each first day.
  static let table: [(kind: String, opened: Int, words: String?)] = [
    ("rowdy", 99, nil), ("rowdy", 100, "case, version 1"), ("rowdy", 199, "case, version 1"),
    ("rowdy", 200, "case, version 3"), (hate, 149, "case, version 1"),
    (hate, 150, "hate, version 1"), (hate, 300, "hate, version 1"),
  ]

  @Test("is that of its kind, in the version of the day it was opened", arguments: table)
  func chosen(kind: String, opened: Int, words: String?) {
    let found = Procedure.of(
      ReportKind.of(kind), opened: Day(number: opened), among: Self.all.shuffled())
    #expect(found?.words == words)
  }
}

@Suite("Drawing cases")
struct SamplingTests {
  private static func members(_ counts: [Int]) -> [ProcedureSampling.Member] {
    zip(Priority.allCases, counts).flatMap { priority, count in
      (0..<count).map { number in
        ProcedureSampling.Member(
          file: ID(Int64(priority.rawValue * 1000 + number)), priority: priority)
      }
    }
  }

  static let shares: [(counts: [Int], size: Int, shares: [Int])] = [
    ([20, 30, 50], 10, [2, 3, 5]), ([1, 9, 90], 10, [1, 1, 8]), ([1, 1, 98], 10, [1, 1, 8]),
    ([0, 5, 5], 3, [0, 2, 1]), ([3, 3, 3], 100, [3, 3, 3]), ([5, 5, 5], 2, [1, 1, 0]),
    ([0, 0, 0], 10, [0, 0, 0]), ([33, 33, 34], 1, [0, 0, 1]),
  ]

  @Test("takes of each priority its share, and one at least", arguments: shares)
  func isShared(counts: [Int], size: Int, shares: [Int]) {
    let found = ProcedureSampling.shares(Self.members(counts), size: size)
    #expect(Priority.allCases.map { found[$0] ?? 0 } == shares)
  }

  @Test("is the same for the same seed and list, whatever the order of the list")
  func again() {
    let members = Self.members([20, 30, 50])
    let drawn = ProcedureSampling.draw(members, size: 10, seed: 42)
    #expect(drawn.count == 10)
    #expect(Set(drawn.map(\.file)).count == 10)
    #expect(ProcedureSampling.draw(members.shuffled(), size: 10, seed: 42) == drawn)
    #expect(ProcedureSampling.draw(members, size: 10, seed: 43) != drawn)
    // Pinned, so that no later program draws others from the same seed.
    #expect(drawn.map(\.file.rawValue) == Self.pinned)
  }

  private static let pinned: [Int64] = [
    1013, 1016, 2018, 2020, 2008, 3012, 3003, 3022, 3002, 3046,
  ]

  @Test("gives every case the same chance")
  func fair() {
    let members = Self.members([0, 0, 20])
    var counts: [ID<CaseFile>: Int] = [:]
    for seed in 0..<4000 {
      for member in ProcedureSampling.draw(members, size: 5, seed: UInt64(seed)) {
        counts[member.file, default: 0] += 1
      }
    }
    // 1,000 each on average; five standard deviations are 137.
    #expect(counts.count == 20)
    for count in counts.values { #expect((863...1137).contains(count)) }
  }
}
