import FeatureKit
import HTTP
import TestKit
import Testing

@testable import Orders

@Suite("That a breach is proved beyond reasonable doubt", .database)
struct BreachProofTests {
  /// Each power with the section by which a court decides on a breach; `nil` where none does.
  static let sections: [(Power, String?)] = [
    (.warning, nil), (.acceptableBehaviour, nil), (.communityRemedy, nil),
    (.protectionWarning, nil), (.protectionNotice, "section 48(1)"),
    (.publicSpaces, "section 67(1)"), (.expeditedPublicSpaces, "section 67(1)"),
    (.closureNotice, "section 86(1)"), (.closureOrder, "section 86(2)"),
    (.dispersal, "section 39(1)"), (.injunction, "Schedule 2, paragraph 1(1)"),
    (.criminalBehaviour, "section 339(1) of the Sentencing Code"), (.possession, nil),
    (.respectOrder, "Part 1 of the Act of 2026"), (.antisocialBehaviourOrder, nil),
    (.dispersal2003, nil), (.drinkingBanning, nil), (.crackHouse, nil),
  ]

  @Test("is known of every power")
  func whole() { #expect(Set(Self.sections.map(\.0)) == Set(Power.allCases)) }

  @Test("is said with its section, of what a court decides on", arguments: sections)
  func said(power: Power, section: String?) {
    guard let section else { return #expect(power.breachProof == nil) }
    #expect(power.canBeBreached)
    #expect(power.breachProof?.contains("beyond reasonable doubt") == true)
    #expect(power.breachProof?.contains(section) == true)
  }

  private static let contract = RegisterTests.said
    .merging(RegisterTests.day("starts", "2026-11-15")) { $1 }
    .merging(RegisterTests.day("ends", "2027-05-14")) { $1 }
    .merging(RegisterTests.day("born", "1990-05-04")) { $1 }

  @Test("is said on the form of a notice (section 48(1)), and not on that of a contract")
  func form() throws {
    for power in [Power.protectionNotice, .acceptableBehaviour] {
      let fixture = try OrdersFixture()
      let path =
        try power == .protectionNotice
        ? BreachTests.notice(fixture) : RegisterTests.add(fixture, power, Self.contract)
      let breach = BreachTests.breach("2026-11-18")
      #expect(try fixture.visit("\(path)/breaches", form: breach)?.status == 303)
      let page = try #require(try fixture.visit(path)).words
      #expect(page.contains("Decide on the breach of 18 November 2026"))
      let isSaid = power == .protectionNotice
      #expect(page.contains("A breach is an offence (section 48(1))") == isSaid)
      #expect(page.contains("beyond reasonable doubt") == isSaid, "\(page)")
    }
  }
}
