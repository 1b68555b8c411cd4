import Kernel
import Testing

@testable import Casework

@Suite("Rules on reports")
struct RuleTests {
  @Test(
    "offer everything the partnership's plan calls anti-social behaviour",
    arguments: [
      "Rowdy, noisy behaviour in otherwise quiet neighbourhoods", "Night time noise",
      "Threatening, drunken or intimidating behaviour", "Vandalism, graffiti and fly-posting",
      "Litter and fly-tipping rubbish", "Aggressive begging", "Drinking in the street",
      "Speeding and abandoned cars and vehicles", "Prostitution and kerb-crawling",
      "Rubbish in front gardens", "being sold to children", "Drug use or dealing",
      "because of who I am",
    ])
  func counted(words: String) {
    #expect(ReportKind.counted.contains { $0.title.contains(words) && $0.exception == nil })
  }

  @Test(
    "ask of what mostly is not what decides it, say why, and name who can help",
    arguments: [
      ("children-playing", "damage to property"), ("gathering", "rowdy and inconsiderate"),
      ("parking", nil), ("repairs", "late at night or early in the morning"),
    ])
  func excepted(id: String, question: String?) throws {
    let exception = try #require(ReportKind.of(id).exception)
    #expect((exception.question == nil) == (question == nil))
    if let question { #expect(exception.question?.contains(question) == true) }
    #expect(exception.explanation.contains("not") && !exception.help.isEmpty)
    #expect(ReportKind.excepted.count == 4)
  }

  @Test(
    "know a night from 11pm to 7am",
    arguments: [
      (22, 60, false), (22, 90, true), (23, nil, true), (0, nil, true), (6, nil, true),
      (7, nil, false), (nil, 300, false), (20, 180, false), (20, 240, true), (12, nil, false),
    ] as [(Int?, Int?, Bool)])
  func night(hour: Int?, minutes: Int?, isNight: Bool) {
    #expect(Occasion(day: Day(number: 20_776), hour: hour, minutes: minutes).isNight == isNight)
  }

  @Test(
    "flag words that warn of danger, and no others",
    arguments: [
      ("I can't go on, I want to end it all", [.suicide]), ("She is SUICIDAL", [.suicide]),
      ("He hits her every night", [.domestic]), ("I am scared of my ex", [.domestic]),
      ("A child left alone upstairs", [.child]), ("County lines, I think", [.child]),
      ("They have cuckooed him", [.cuckooing]), ("Dealers have taken over his flat", [.cuckooing]),
      ("He hits her and the kids left alone", [.domestic, .child]),
      ("Children playing football, my husband cannot sleep", []), ("Rubbish and needles", []),
      ("He said he would take his own life", [.suicide]), ("I think of killing myself", [.suicide]),
      ("My ex", [.domestic]), ("my ex-husband came back", [.domestic]),
      ("at my ex's door", [.domestic]), ("He keeps hitting me", [.domestic]),
      ("he threatened to kill me", [.domestic]), ("She was raped", [.domestic]),
      ("In my experience of my exam", []), ("my extension shakes", []),
      ("they are grooming girls by the shop", [.child]), ("He says he is being groomed", [.child]),
      ("The dog grooming parlour is loud, grooming dogs at night", []),
      ("They sell grapes and hit metal bins", []),
      ("Music until 3am, they won’t turn it down", []), ("", []),
    ] as [(String, [ReportFlag])])
  func flags(text: String, flags: [ReportFlag]) {
    #expect(ReportFlag.found(in: [text]) == flags)
  }

  @Test(
    "doubt what machines send, and nothing people write",
    arguments: [
      ("Noise", "", 120, []), ("Noise", "x", 120, [.trap]), ("Noise", "", 14, [.haste]),
      ("Noise", "", 15, []), ("See https://a.example www.b.example", "", 60, [.links]),
      ("My video is at https://a.example/1", "", 60, []),
    ] as [(String, String, Double, [ReportDoubt])])
  func doubts(text: String, trap: String, seconds: Double, doubts: [ReportDoubt]) {
    #expect(ReportDoubt.found(in: [text], trap: trap, after: seconds) == doubts)
  }

  @Test(
    "start a report at a priority by its answers",
    arguments: [
      ("litter", nil, 1, [], [], [], .third), ("litter", .now, 1, [], [], [], .second),
      ("litter", .sometimes, 2, [], [], [], .third), ("litter", nil, 3, [], [], [], .second),
      ("litter", .stopped, 1, [.race], [], [], .first),
      ("litter", nil, 1, [], [.afraid], [], .first), ("litter", nil, 1, [], [.alone], [], .second),
      ("litter", nil, 1, [], [], [.child], .first), ("threatening", nil, 1, [], [], [], .first),
      ("hate", nil, 1, [], [], [], .first), ("drugs", nil, 1, [], [], [], .second),
    ] as [(String, ReportCourse?, Int, Set<HateStrand>, [Circumstance], [ReportFlag], Priority)])
  func priorities(
    kind: String, course: ReportCourse?, occasions: Int, strands: Set<HateStrand>,
    circumstances: [Circumstance], flags: [ReportFlag], priority: Priority
  ) {
    #expect(
      PriorityRule.priority(
        kind: ReportKind.of(kind), course: course, occasions: occasions, strands: strands,
        circumstances: circumstances, flags: flags) == priority)
  }

  @Test("begin within 1, 2 and 5 working days")
  func days() throws {
    let received = try #require(Instant("2026-11-20T17:30:00Z"))
    let due = Priority.allCases.map {
      London.day(CaseStandard.shipped.begin($0, from: received)).description
    }
    #expect(due == ["2026-11-24", "2026-11-25", "2026-11-30"])
  }
}
