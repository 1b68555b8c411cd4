/// Everything the layout of a page needs to know beside its content.
public struct Frame: Sendable {
  /// The partnership's name.
  public var partnership: String
  /// Whether all people and figures are made up; each page then says so.
  public var isDemonstration: Bool
  /// A line shown at the top of each page, such as "Not yet for real personal data".
  public var warning: String?
  /// The main navigation.
  public var navigation: [NavigationLink]
  /// The links at the foot of each page.
  public var footer: [NavigationLink]
  /// The name shown beside "Sign out"; `nil` where nobody has signed in.
  public var person: String?
  /// The token every form must send, already masked for this page.
  public var csrf: String
  /// What just happened, such as "Figures saved"; shown once, at the top.
  public var notice: String?
  /// The stylesheet and script.
  public var assets: Assets
  /// Whether this is a page for residents, in larger type, or one for a desk.
  public var isPublic: Bool
  /// Where the name of the partnership leads.
  public var home: String
  /// Where the name of whoever has signed in leads: what they may change of their own account.
  public var account: String
  /// Where the form of the "Sign out" button is sent.
  public var signOut: String
  /// The way to the pages of the signed-in, shown on public pages; `nil` shows no link.
  public var entrance: NavigationLink?
  /// The languages the page can be read in, its own among them; none where there is no choice.
  public var languages: [LanguageLink] = []
  /// Where "Leave this page" leads at once; `nil` on pages it is safe to be seen at.
  public var quickExit: String?

  /// A frame; what is not given is left out of the page.
  public init(
    partnership: String, isDemonstration: Bool = false, warning: String? = nil,
    navigation: [NavigationLink] = [], footer: [NavigationLink] = [], person: String? = nil,
    csrf: String = "", notice: String? = nil, assets: Assets = .embedded, isPublic: Bool = false,
    home: String = "/", account: String = "/account", signOut: String = "/sign-out",
    entrance: NavigationLink? = nil
  ) {
    self.partnership = partnership
    self.isDemonstration = isDemonstration
    self.warning = warning
    self.navigation = navigation
    self.footer = footer
    self.person = person
    self.csrf = csrf
    self.notice = notice
    self.assets = assets
    self.isPublic = isPublic
    self.home = home
    self.account = account
    self.signOut = signOut
    self.entrance = entrance
  }

  /// A frame for tests and the style guide.
  public static let sample = Frame(
    partnership: "Thornmere Community Safety Partnership", isDemonstration: true,
    navigation: [
      NavigationLink("Performance", path: "/indicators", isCurrent: true),
      NavigationLink("Incidents", path: "/incidents"),
    ],
    person: "Analyst J", csrf: "sample-token")
}

/// A link of the main navigation or the foot.
public struct NavigationLink: Sendable {
  /// What it says.
  public let title: String
  /// Where it leads.
  public let path: String
  /// Whether the page belongs to it.
  public let isCurrent: Bool
  /// What it stands under where there are many; empty where it is under nothing.
  public let group: String

  /// A link, marked where the page belongs to it.
  public init(_ title: String, path: String, isCurrent: Bool = false, group: String = "") {
    self.title = title
    self.path = path
    self.isCurrent = isCurrent
    self.group = group
  }
}

/// A language a page can be read in.
public struct LanguageLink: Sendable {
  /// What its speakers call it.
  public let name: String
  /// Its code of BCP 47.
  public let code: String
  /// Where the page is read in it.
  public let path: String
  /// Whether the page is in it.
  public let isCurrent: Bool

  /// A language, marked where the page is in it.
  public init(_ name: String, code: String, path: String, isCurrent: Bool) {
    self.name = name
    self.code = code
    self.path = path
    self.isCurrent = isCurrent
  }
}

/// A page above this one.
public struct Crumb: Sendable {
  /// What it is called.
  public let title: String
  /// Where it is.
  public let path: String

  /// A page above this one.
  public init(_ title: String, _ path: String) {
    self.title = title
    self.path = path
  }
}
