/// Small tables of measured numbers, embedded so that no bundle has to be found at run time.
public enum ReferenceData {
  /// `metals.csv`: one metal a line below a header, each value with its source.
  public static let metals = String(decoding: PackageResources.metals_csv, as: UTF8.self)
  /// `experiments.csv`: one measured or claimed quantity a line, each with its source.
  public static let experiments = String(
    decoding: PackageResources.experiments_csv, as: UTF8.self)
  /// `claims.csv`: what five papers state, one claim a line, with its equation and its numbers.
  public static let claims = String(decoding: PackageResources.claims_csv, as: UTF8.self)
}
