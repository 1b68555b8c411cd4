import HTTP

/// The pages of signing in, open to everybody.
enum EntryRoute: Route {
  /// Address and password; `to` is where to go afterwards.
  case signIn(to: String?)
  case code(to: String?)
  case enrol(to: String?)
  case newPassword
  case link(token: String)
  case signOut

  static let sections: Set<String> = ["sign-in", "sign-out", "link"]

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    let to = Self.local(query["to"])
    switch path {
    case ["sign-in"]: self = .signIn(to: to)
    case ["sign-in", "code"]: self = .code(to: to)
    case ["sign-in", "second-factor"]: self = .enrol(to: to)
    case ["sign-in", "password"]: self = .newPassword
    case ["sign-out"]: self = .signOut
    default:
      guard path.count == 2, path[0] == "link", !path[1].isEmpty else { return nil }
      self = .link(token: path[1])
    }
  }

  var path: String {
    switch self {
    case .signIn(let to): Self.path(["sign-in"], to)
    case .code(let to): Self.path(["sign-in", "code"], to)
    case .enrol(let to): Self.path(["sign-in", "second-factor"], to)
    case .newPassword: Path("sign-in", "password").text
    case .link(let token): Path("link", token).text
    case .signOut: Path("sign-out").text
    }
  }

  /// The page of the next step.
  static func next(_ stage: SessionStage, to: String?) -> String {
    switch stage {
    case .password: EntryRoute.newPassword.path
    case .code: EntryRoute.code(to: to).path
    case .enrol: EntryRoute.enrol(to: to).path
    case .full: to ?? Accounts.home
    }
  }

  private static func path(_ parts: [String], _ to: String?) -> String {
    let query = to.map { [("to", $0)] } ?? []
    return Path(parts).with(query).text
  }

  /// A path of this site; anything that could lead elsewhere is dropped.
  static func local(_ path: String?) -> String? {
    guard let path, path.hasPrefix("/"), !path.hasPrefix("//"), path.utf8.count <= 500,
      path.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "\\") })
    else { return nil }
    return path
  }
}
