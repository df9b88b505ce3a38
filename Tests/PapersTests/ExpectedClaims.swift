/// What an independent computation of every claim gave: the verdicts and values of the project's own table of claims,
/// made with other programs and, for the closed forms, with thirty digits.
enum ExpectedClaims {
  /// A key and its verdict.
  static let verdicts = """
    essen-relativistic rounding
    essen-kernel agrees
    essen-velocity agrees
    essen-current agrees
    essen-sign corrected
    essen-moment agrees
    essen-slope agrees
    essen-fermi agrees
    essen-levy-current rounding
    essen-levy-field rounding
    essen-levy-electrons corrected
    essen-larmor agrees
    essen-levels agrees
    essen-single agrees
    essen-spinor agrees
    essen-helicity corrected
    essen-double-charge corrected
    essen-london agrees
    essen-shell agrees
    essen-three agrees
    essen-cylinder rounding
    essen-lagrangian agrees
    essen-hamiltonian agrees
    essen-conserved corrected
    essen-first-order agrees
    essen-series agrees
    essen-charge corrected
    essen-radius corrected
    essen-space-temperature rounding
    essen-isotropic corrected
    essen-logarithm corrected
    essen-size-ratio agrees
    essen-pair-temperature corrected
    essen-sum corrected
    essen-invertible corrected
    essen-one-dimension agrees
    essen-two-dimensions rounding
    essen-three-dimensions rounding
    su-drift rounding
    su-velocity-ratio corrected
    su-kelvin rounding
    su-ten-volts corrected
    su-exponent corrected
    su-time-kernel agrees
    su-gaussian agrees
    su-static agrees
    su-screening corrected
    su-transverse corrected
    su-gauge corrected
    su-ions agrees
    su-plane-waves agrees
    su-misprint corrected
    su-displacement corrected
    su-alpha corrected
    su-tin rounding
    su-long-waves corrected
    su-fermi-velocity rounding
    su-fermi-energy rounding
    su-two-charges corrected
    su-atomic corrected
    su-on-site corrected
    su-splitting agrees
    su-ampere-spin agrees
    su-exchange-ratio agrees
    su-exchange-size rounding
    su-pairing agrees
    su-photon rounding
    su-retarded-ratio rounding
    su-photon-momentum rounding
    koizumi-velocity agrees
    koizumi-force agrees
    koizumi-lorentz agrees
    koizumi-kinetic agrees
    koizumi-chemical agrees
    koizumi-madelung agrees
    koizumi-loop agrees
    koizumi-berry corrected
    koizumi-ring agrees
    koizumi-wire agrees
    koizumi-capacitor agrees
    hu-general agrees
    hu-difference agrees
    hu-counter agrees
    hu-mixed agrees
    hu-rotating agrees
    hu-resonant agrees
    hu-static agrees
    hu-interference agrees
    hu-ring agrees
    cho-spin-current agrees
    cho-coulomb corrected
    cho-moments agrees
    cho-second-order corrected
    cho-limits agrees
    cho-dispersion agrees
    cho-rotation agrees
    cho-equivalence agrees
    cho-magnetisation corrected
    cho-fedorov agrees
    cho-window-a agrees
    cho-window-b agrees
    cho-identical agrees
    cho-dip agrees
    cho-curve agrees
    cho-reflectance corrected
    cho-group-velocity agrees
    cho-rotational agrees
    cho-schroedinger corrected
    cho-barred corrected
    cho-susceptibilities agrees
    """

  /// A key, a quantity, and its value with the digits that are known.
  static let values = """
    essen-relativistic|alpha^2|5.32514e-5
    essen-kernel|V(1)|0.683346
    essen-kernel|zero of V|1.910633
    essen-kernel|V(pi)|-0.25
    essen-velocity|v(n = -1, f = 0.3)|-0.7
    essen-moment|I pi R^2/(N n_phi mu_B)|-1.000000
    essen-slope|R = 6600 bohr|2.24245
    essen-slope|a square loop|1.76121
    essen-fermi|v_F r_s|1.919158
    essen-levy-current|3e-3 e v_F/l|0.343554
    essen-levy-current|v_F|1.57248e6
    essen-levy-field|square loop|1.36716e-2
    essen-levy-field|circle|1.07377e-2
    essen-levy-electrons|0.36 nA/(2.242 nA/T x 0.013 T)|12.3491
    essen-levy-electrons|0.36 nA at one flux quantum in (13)|14.9510
    essen-larmor|I/B for each electron|-2.24245
    essen-single|period|1.000000
    essen-spinor|period|0.500000
    essen-double-charge|their ratio|4.0000
    essen-double-charge|with the mass of a pair|2.0000
    essen-london|B/Omega|1.137126e-11
    essen-three|N r_e/R|3.000000
    essen-three|N of a sphere of 1 cm|1.064607e13
    essen-cylinder|N r_e/l|1.000000
    essen-charge|Z_F r_s^2|1.96134e-4
    essen-radius|(2/3) v_F^2/c^2, the average|1.52957e4
    essen-radius|v_F^2/c^2, the ring|1.01971e4
    essen-radius|E_F/mc^2, as (43) reads|2.03943e4
    essen-space-temperature|Au|0.0164427
    essen-space-temperature|Cu|0.0265580
    essen-space-temperature|Al|0.0735120
    essen-space-temperature|Be|0.110376
    essen-isotropic|E in mu Z'^2|-0.229148759659
    essen-isotropic|second order|-0.00660138
    essen-logarithm|E_1d/E_3d|21.2269
    essen-size-ratio|Au|91.6670
    essen-size-ratio|Cu|72.1278
    essen-pair-temperature|(46), Au|1.34263
    essen-pair-temperature|(46), Cu|1.94458
    essen-pair-temperature|(45), Au|0.333633
    essen-pair-temperature|(45), Cu|0.474708
    essen-pair-temperature|(45) with Z = v_F^2/c^2, Au|0.604471
    essen-pair-temperature|(45) with Z = v_F^2/c^2, Cu|0.854664
    essen-pair-temperature|(45) with Z = E_F/mc^2, Au|0.217457
    essen-pair-temperature|(45) with Z = E_F/mc^2, Cu|0.310768
    essen-sum|lambda_0 - 1 in r_e/R, N = 100|102.843149
    essen-sum|with the logarithm|102.839658
    essen-invertible|singular at r_e/R, N = 10|0.476058
    essen-invertible|singular at r_e/R, N = 100|0.0453451
    essen-invertible|smallest eigenvalue of V, N = 10|-2.100584
    essen-invertible|smallest eigenvalue of V, N = 100|-22.053087
    essen-two-dimensions|R|18778.9
    essen-three-dimensions|R|137.036
    su-velocity-ratio|(v/c)^2|1.11265e-5
    su-kelvin|1 K|0.0861733
    su-ten-volts|10 eV (v/c)^2 at 1e6 m/s|0.111265
    su-ten-volts|at the velocity of E_F = 10 eV|0.391390
    su-static|q_F at 10 eV|5.06773e7
    su-static|its length|19.7327
    su-screening|screening length|19.7327
    su-ions|omega_I^2/omega_p^2 of Cu|8.63280e-6
    su-displacement|ratio|2.0000
    su-tin|alpha_1 at 0.1 eV|17.5794
    su-tin|alpha_1 at 0.5 eV|0.703174
    su-tin|alpha_1 at 1.0 eV|0.175794
    su-tin|with N/N_e, 0.1 eV|4.39484
    su-tin|with N/N_e, 0.5 eV|0.175794
    su-tin|with N/N_e, 1.0 eV|0.0439484
    su-tin|hbar omega_D|17.2347
    su-long-waves|alpha_1 of tin at 0.1 eV|1.23659e-3
    su-long-waves|mean over the Fermi surface|7.03434e-5
    su-fermi-velocity|v_F|1.15768e6
    su-fermi-energy|E_F|3.80998
    su-two-charges|ratio across|0.5000
    su-atomic|U^a(2p+, 2p+)|6.60371e-3
    su-atomic|U^c|5.03836
    su-atomic|their ratio|1.31069e-6
    su-splitting|E_S - E_T of 1s 2s|0.0438957
    su-ampere-spin|in microelectronvolts|35.3371
    su-exchange-ratio|J^a/J^c of 1s and 2p|7.60734e-5
    su-exchange-size|by 1s and 2p|0.00760734
    su-exchange-size|by (v/c)^2 at 1e6 m/s|0.00111265
    su-photon|hbar c q|1973.27
    su-retarded-ratio|alpha_3/alpha_1|2.56819e-5
    su-photon-momentum|q|5.06773e7
    koizumi-velocity|v_x|0.532928853
    koizumi-velocity|v_y|0.937670113
    koizumi-force|F_x|-1.759423
    koizumi-force|F_y|1.134941
    koizumi-lorentz|F_x|-0.656369
    koizumi-lorentz|F_y|0.373050
    koizumi-kinetic|F_x|-0.522974
    koizumi-kinetic|F_y|0.105336
    koizumi-chemical|F_x|-0.580081
    koizumi-chemical|F_y|0.656555
    koizumi-madelung|F_x|-1.103054
    koizumi-madelung|F_y|0.761891
    koizumi-loop|radius of its circle|0.698063
    koizumi-loop|its angular velocity|1.504340
    koizumi-berry|circulation at r = 1|3.141593
    koizumi-berry|curl v at r = 1|0.500000
    koizumi-wire|v(0)|2.114286
    koizumi-wire|v(0.3)|2.026542
    hu-difference|x = (1.0, 1.0) across|0.841471
    hu-difference|x = (1.0, 1.5) across|1.124646
    hu-difference|x = (1.0, 3.0) across|4.592385
    hu-counter|lowest level|-1.102225
    hu-counter|second level|-0.111803
    hu-counter|shift by the counter-rotating terms|-0.00222502
    hu-mixed|x = (0, 1) across|0.920735
    hu-mixed|x = (0, 1) along|-2.381773
    hu-resonant|x = (1.0, 1.0) across|0.841471
    hu-resonant|x = (1.0, 1.0) along|-2.763547
    hu-static|T0 of two spins at 1 nm|52.0410158
    hu-static|T+ and T-|-26.0205079
    hu-interference|Gamma12/Gamma at x = 1|0.810453
    hu-ring|shift of k = 0, N = 6|2.509900
    hu-ring|shift of k = 1, N = 6|0.682550
    hu-ring|shift of k = 3, N = 6|-1.740100
    cho-limits|f-sum of the helix|1.0000
    cho-dispersion|n_+|1.224856578
    cho-dispersion|n_-|1.224633175
    cho-rotation|c phi|5.58505361e-5
    cho-fedorov|n with the upper sign|1.394492
    cho-fedorov|n with the lower sign|1.434500
    cho-window-a|lower end|1.000000
    cho-window-a|upper end|1.001000
    cho-window-b|upper end|1.000000
    cho-window-b|lower end|0.999000
    cho-dip|at w of (A)|1.000500
    cho-dip|at w of (B)|0.999500
    cho-curve|R at n = -2.0|0.111111
    cho-curve|R at n = -0.5|0.111111
    cho-curve|w of n = -2.0|1.000200
    cho-curve|w of n = -0.5|1.000800
    cho-reflectance|R at n = -1, eps_b = -2|0.111111
    cho-group-velocity|c/v_g of (A) at n = -1|2000.0
    cho-group-velocity|c/v_g of (B) at n = -1|1998.0
    cho-rotational|R/alpha of 1 -> 2|0.0289332684
    cho-rotational|z part of 1 -> 2|0.113020579
    cho-rotational|R/alpha of 1 -> 3|-0.0490196078
    """

  /// A key, a quantity, what the printed formula gives and what is right, as fractions.
  static let fractions = """
    su-transverse|J^a(1s, 2p0)|223/6561|160/6561
    su-transverse|J^a(1s, 2s)|7/2187|0/1
    su-splitting|E_S - E_T of 1s 2s|32/729|32/729
    cho-second-order|chi_B of an electron on a ring|1/8|-1/4
    cho-coulomb|field energy of a 1s cloud|5/8|5/16
    """

  /// Claims that the table does not have.
  static let added: Set<String> = [
    "essen-drift", "essen-potential", "essen-pair-experiment", "essen-two-against-three",
    "su-inner-shell", "su-orbital-velocity", "cho-branch",
  ]
}
