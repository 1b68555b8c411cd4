import HTTP
import Kernel
import Partnership
import Testing

@Suite("What the law asks of a share")
struct ShareRulesTests {
  private static let today = Day(number: 20_777)
  private static let police = agency(1, .police)
  private static let housing = agency(2, .housing)
  private static let agreement = ID<ShareAgreement>(7)

  private static func agency(_ id: Int64, _ kind: AgencyKind) -> Agency {
    Agency(id: ID(id), key: kind.rawValue, name: "The \(kind.rawValue)", kind: kind)
  }

  private static let gateway = ground(.gateway, .any)
  private static let basis = ground(.basis, .general)
  private static let part3 = ground(.basis, .lawEnforcement)
  private static let interest = ground(.basis, .notPublic)
  private static let article9 = ground(.special, .general)
  private static let schedule8 = ground(.special, .lawEnforcement)
  private static let article10 = ground(.criminal, .general)

  private static func ground(
    _ part: ShareGround.Part, _ regime: ShareGround.Regime
  ) -> ShareGround {
    ShareGround(key: regime.rawValue, part: part, title: "A", section: "B", regime: regime)
  }

  private static func refused(
    _ grounds: [ShareGround], _ fields: [ShareField] = [.identity],
    with recipient: ShareRecipient = .organisation(police), by sharer: AgencyKind? = .council,
    agreement: ID<ShareAgreement>? = nil, needs: Bool = false, days: Int = 30
  ) -> [String] {
    let terms = ShareTerms(
      words: Sensitive(ShareTerms.Words(purpose: "p", necessity: "n")), grounds: grounds,
      fields: fields, agreement: agreement, lastDay: today.adding(days: days))
    let choices = ShareChoices(
      grounds: [],
      agreements: [
        OfferedAgreement(
          id: Self.agreement, title: "Ours", parties: [police.id], fields: [.identity, .events])
      ], needsAgreement: needs)
    return ShareRules(terms, with: recipient, by: sharer, choices, today: today).refused.map(
      \.field)
  }

  /// The rule by its section, what is shared on which grounds, and the fields refused.
  static let table:
    [(rule: String, grounds: [ShareGround], fields: [ShareField], refused: [String])] = [
      ("a gateway (CDA 1998 s.115 and others)", [basis], [.identity], ["gateway"]),
      ("a basis (UK GDPR art 6; DPA 2018 s.35)", [gateway], [.identity], ["basis"]),
      ("both", [gateway, basis], [.identity], []),
      ("fields", [gateway, basis], [], ["shared"]),
      ("art 9 for health", [gateway, basis], [.health], ["special"]),
      ("art 9 for beliefs", [gateway, basis], [.characteristics], ["special"]),
      ("art 9 met", [gateway, basis, article9], [.health], []),
      ("Schedule 8 with Part 3 only", [gateway, basis, schedule8], [.health], ["special"]),
      ("Schedule 8 for health under Part 3 (s.35(3))", [gateway, part3], [.health], ["special"]),
      ("Schedule 8 met", [gateway, part3, schedule8], [.health], []),
      ("art 9 not under Part 3", [gateway, part3, article9], [.health], ["special"]),
      ("art 10 for allegations", [gateway, basis], [.allegations], ["criminal"]),
      ("art 10 met (s.10(5))", [gateway, basis, article10], [.allegations], []),
      ("no art 10 under Part 3", [gateway, part3], [.allegations], []),
    ]

  @Test("holds on both sides", arguments: table)
  func holds(rule: String, grounds: [ShareGround], fields: [ShareField], refused: [String]) {
    #expect(Self.refused(grounds, fields) == refused, "\(rule)")
  }

  /// A gateway by its section, who tells whom, what, and whether it is refused.
  static let gateways:
    [(
      section: String, key: String, sharer: AgencyKind?, told: AgencyKind?, field: ShareField,
      refused: Bool
    )] =
      AgencyKind.allCases.map {
        ("CDA 1998 s.115(2)", "cda-115", .council, $0, .identity, $0 == .voluntary)
      }
      + AgencyKind.allCases.map {
        (
          "PCSC 2022 s.16(2)", "pcsc-16", .council, $0, .identity,
          $0 == .voluntary || $0 == .housing
        )
      }
      + AgencyKind.allCases.map {
        (
          "PCSC 2022 s.16(2) and (4)(b)", "pcsc-16", $0, .police, .identity,
          ![.council, .police, .probation, .fire].contains($0)
        )
      }
      + AgencyKind.allCases.map {
        (
          "2014 Act Sch.4 para.7", "asb-review", .council, $0, .identity,
          ![.council, .police, .health, .housing].contains($0)
        )
      }
      + AgencyKind.allCases.map {
        ("CJA 2003 s.325(6)", "mappa", .council, $0, .identity, $0 == .voluntary || $0 == .fire)
      }
      + AgencyKind.allCases.map {
        ("OMA 2007 s.14(3)(b)", "offenders", .police, $0, .identity, $0 != .probation)
      }
      + AgencyKind.allCases.map {
        (
          "OMA 2007 s.14(3)(a)", "offenders", .probation, $0, .identity,
          ![.probation, .police, .council].contains($0)
        )
      }
      + [
        ("OMA 2007 s.14(2)", "offenders", .health, .probation, .identity, true),
        ("PCSC 2022 s.16(4)(a)", "pcsc-16", .council, .police, .health, true),
        ("PCSC 2022 s.16(1)", "pcsc-16", .council, .police, .allegations, false),
        ("CDA 1998 s.115(1)", "cda-115", .health, .police, .health, false),
        ("CDA 1998 s.115(1)", "cda-115", nil, .police, .identity, false),
        ("CDA 1998 s.115(1)", "cda-115", .council, nil, .identity, true),
        ("PCSC 2022 s.16(2)", "pcsc-16", .council, nil, .identity, true),
        ("A court's order", "court", .council, nil, .health, false),
        ("Common law", "serious-harm", .voluntary, .voluntary, .health, false),
        ("Added by an administrator", "added", .voluntary, .voluntary, .health, false),
      ]

  private static func told(
    _ key: String, by sharer: AgencyKind?, to kind: AgencyKind?, _ field: ShareField,
    isSaid: Bool = false
  ) -> Bool {
    var gateway = ShareGround(key: key, part: .gateway, title: "A", section: "B")
    if isSaid { gateway.isRecipientSaid = true }
    let recipient =
      kind.map { ShareRecipient.organisation(agency(9, $0)) } ?? .outside(Sensitive("X"))
    return refused(
      [gateway, basis, article9, article10], [field], with: recipient, by: sharer
    ).contains("gateway")
  }

  @Test("holds each gateway against who tells whom what", arguments: gateways)
  func gateway(
    section: String, key: String, sharer: AgencyKind?, told: AgencyKind?, field: ShareField,
    refused: Bool
  ) {
    #expect(Self.told(key, by: sharer, to: told, field) == refused, "\(section)")
  }

  /// Whether it helps to say that the recipient is one whom the gateway names.
  static let said: [(key: String, told: AgencyKind?, field: ShareField, refused: Bool)] = [
    ("cda-115", nil, .identity, false), ("cda-115", .voluntary, .identity, false),
    ("pcsc-16", nil, .identity, false), ("pcsc-16", .voluntary, .identity, true),
    ("pcsc-16", nil, .health, true), ("asb-review", .fire, .identity, true),
    ("mappa", nil, .identity, false), ("offenders", .health, .identity, true),
  ]

  @Test("takes somebody's word where it cannot know, and only there", arguments: said)
  func saidSo(key: String, told: AgencyKind?, field: ShareField, refused: Bool) {
    #expect(Self.told(key, by: .council, to: told, field, isSaid: true) == refused)
  }

  @Test("lets those who sit together be told by a power that reaches who acts for an authority")
  func sitting() {
    func refused(_ key: String, _ kinds: Set<AgencyKind>) -> Bool {
      let gateway = ShareGround(key: key, part: .gateway, title: "A", section: "B")
      return GroundRules(
        [gateway, Self.basis], for: [.identity], to: .sitting(kinds), by: .council
      ).refused.contains { $0.field == "gateway" }
    }
    #expect(!refused("cda-115", [.council, .voluntary]))
    #expect(refused("pcsc-16", [.council, .police, .voluntary]))
    #expect(!refused("pcsc-16", [.council, .police]))
  }

  @Test("leaves Part 3 to competent authorities (DPA 2018 s.30)", arguments: AgencyKind.allCases)
  func competent(kind: AgencyKind) {
    let refused = Self.refused(
      [Self.gateway, Self.part3], with: .organisation(Self.agency(9, kind)))
    #expect(refused == ([.police, .probation, .council].contains(kind) ? [] : ["basis"]))
  }

  @Test(
    "leaves Part 3 to sharers that are competent (DPA 2018 s.30)", arguments: AgencyKind.allCases)
  func competentSharer(kind: AgencyKind) {
    let refused = Self.refused([Self.gateway, Self.part3], by: kind)
    #expect(refused == ([.police, .probation, .council].contains(kind) ? [] : ["basis"]))
  }

  @Test("leaves Part 3 to nobody outside")
  func outside() {
    let recipient = ShareRecipient.outside(Sensitive("A school"))
    #expect(Self.refused([Self.gateway, Self.part3], with: recipient) == ["basis"])
    #expect(Self.refused([Self.gateway, Self.basis], with: recipient, needs: true).isEmpty)
  }

  @Test(
    "leaves legitimate interests to others than public authorities (art 6(1))",
    arguments: AgencyKind.allCases)
  func interests(kind: AgencyKind) {
    let refused = Self.refused([Self.gateway, Self.interest], by: kind)
    #expect(refused == ([.housing, .voluntary].contains(kind) ? [] : ["basis"]))
  }

  @Test(
    "ends within a year",
    arguments: [(-1, ["until-day"]), (0, []), (366, []), (367, ["until-day"])])
  func end(days: Int, refused: [String]) {
    #expect(Self.refused([Self.gateway, Self.basis], days: days) == refused)
  }

  @Test("falls under an agreement where the partnership asks for one, within what it covers")
  func agreements() {
    let both = [Self.gateway, Self.basis]
    #expect(Self.refused(both, needs: false).isEmpty)
    #expect(Self.refused(both, needs: true) == ["agreement"])
    #expect(Self.refused(both, agreement: Self.agreement, needs: true).isEmpty)
    #expect(Self.refused(both, agreement: ID(8), needs: false) == ["agreement"])
    #expect(
      Self.refused(both, with: .organisation(Self.housing), agreement: Self.agreement)
        == ["agreement"])
    #expect(Self.refused(both, [.identity, .risk], agreement: Self.agreement) == ["shared"])
  }
}
