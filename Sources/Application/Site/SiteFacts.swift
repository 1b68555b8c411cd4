import Access
import Accounts
import Database
import Design
import HTTP
import Kernel
import Partnership

/// What the frame of every page says of this partnership.
struct SiteFacts: Equatable, Sendable {
  /// The partnership's name.
  let partnership: String
  /// Whether this is the demonstration.
  let isDemonstration: Bool

  init(partnership: String, isDemonstration: Bool) {
    self.partnership = partnership
    self.isDemonstration = isDemonstration
  }

  /// Reads them anew for each page, since a command in another process may change them.
  init(_ read: Read) throws {
    let facts = try AccountsStore.facts(read)
    partnership = facts.partnership ?? "Community Safety Partnership"
    isDemonstration = facts.isDemonstration
  }

  /// Said on staff pages while a password alone lets somebody in.
  static let warning = "Not yet for real personal data: a second factor is not required"

  /// What staff pages say of this database; `nil` where it may hold real people.
  ///
  /// The demonstration says on every page that everybody in it is made up.
  func warning(_ settings: Settings) -> String? {
    isDemonstration || settings.requiresSecondFactor ? nil : Self.warning
  }

  /// The frame of public pages.
  func publicFrame(isSignedIn: Bool = false) -> Frame {
    let entrance =
      isSignedIn
      ? NavigationLink("Go to work pages", path: Accounts.home)
      : NavigationLink("Staff sign in", path: "/sign-in")
    return Frame(
      partnership: partnership, isDemonstration: isDemonstration, footer: footer, isPublic: true,
      entrance: entrance)
  }

  /// The frame of the pages of somebody who has signed in.
  func staffFrame(_ signedIn: SignedIn, _ request: Request, _ settings: Settings) -> Frame {
    let entries = Self.entries(of: signedIn.actor.role)
    return Frame(
      partnership: partnership, isDemonstration: isDemonstration,
      warning: warning(settings),
      navigation: SiteFacts.links(entries, at: request.path),
      footer: footer, person: signedIn.name.reveal(for: "the head of the person's own pages"),
      csrf: signedIn.csrf.token(), notice: Notices.waiting(request), home: Accounts.home)
  }

  /// What a role is shown of the navigation.
  ///
  /// What is made last, since it draws on the rest, is what people come for.
  static func entries(of role: Role) -> [NavigationEntry] {
    features.reversed().flatMap(\.navigation).filter { $0.roles.contains(role) }
  }

  /// The entries as links; the one whose path reaches furthest towards the page is the current one.
  static func links(_ entries: [NavigationEntry], at path: [String]) -> [NavigationLink] {
    let current = entries.filter { $0.covers(path) }.map(\.path)
      .max { $0.utf8.count < $1.utf8.count }
    return entries.map {
      NavigationLink(
        $0.title, path: $0.path, isCurrent: $0.path == current, group: $0.group.rawValue)
    }
  }

  private var footer: [NavigationLink] {
    [
      NavigationLink("How we are doing", path: "/performance"),
      NavigationLink("Reports by ward", path: "/report/counts"),
      NavigationLink("Public spaces orders", path: "/public-spaces"),
      NavigationLink("Accessibility statement", path: "/accessibility"),
      NavigationLink("Privacy", path: "/privacy"),
      NavigationLink("Style guide", path: "/design"),
    ]
  }
}
