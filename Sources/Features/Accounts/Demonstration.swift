enum Demonstration {
  static let password = "thornmere demonstration"
}
