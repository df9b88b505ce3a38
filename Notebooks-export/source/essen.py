# %% [markdown]
# # Circulating electrons and the Darwin–Breit pair (H. Essén, 2013)
#
# **The question.** Two electrons that move side by side attract each other magnetically. Essén asks whether this attraction, first order in
# (v/c)², binds electrons of a thin metal ring in pairs, at which temperature, and what persistent currents it goes with.
#
# **The model.** Electrons on a circle of radius R and thickness a; the Fermi velocity turns the Darwin–Breit term into −Z/(|x| + a) for
# the relative coordinate of two electrons that circulate together, with Z of the order (v_F/c)².

# %%
from few_body import arrays, solve, table, verdicts

# %% [markdown]
# ## The pair of a gold ring, 80 nm thick
#
# Eq. (45) is solved between rigorous bounds; the paper estimates its ground state by the leading logarithm, Eq. (46), and says 1–2 mK.

# %%
millikelvin = 3.1577502480398e8  # hartree/k_B, CODATA 2022
rows = []
for metal in ("Au", "Cu", "Al", "Be"):
    pair = solve("pair", dim=1, material=metal, thickness="80nm", states=1)
    ground = pair["levels"][0]
    rows.append((metal, pair["system"]["charge"], -ground["energy"] * millikelvin,
                 "%.0e" % ((ground["upper"] - ground["lower"]) * millikelvin)))
table(rows, ("metal", "Z", "binding (mK)", "width"))

# %% [markdown]
# A third of a millikelvin for gold. Where does the factor of four come from? Eq. (46) keeps ln²(1/a) and drops the constants beside it, which
# are of the same size until a is absurdly small. The exact energy, in units of the three-dimensional −Z²/4, against the logarithm:

# %%
import math

import matplotlib.pyplot as plt

# a_m/a, with a_m = 1/(mu Z) = 2/Z; E_3d = -Z^2/4 at mu = 1/2.
ratios = [10 ** (0.25 * k) for k in range(4, 33)]
exact = [solve("pair", dim=1, thickness=2 / q, states=1)["levels"][0]["energy"] / -0.25 for q in ratios]
figure, axis = plt.subplots(figsize=(7, 4), dpi=80)
axis.loglog(ratios, exact, label="Eq. (45), solved")
axis.loglog(ratios, [4 * math.log(q) ** 2 for q in ratios], "--", label="Eq. (46), leading logarithm")
axis.axvline(91.667, color="0.7", lw=1)
axis.set(xlabel="a_m/a  (the grey line: gold, 80 nm)", ylabel="E(1d) / E(3d)")
axis.legend()
plt.show()

# %%
at = solve("pair", dim=1, thickness=2 / 100, states=1)["levels"][0]["energy"] / -0.25
print(f"at a_m/a = 100: solved {at:.4f}, Eq. (46) {4 * math.log(100) ** 2:.4f}")

# %% [markdown]
# ## In space
#
# §IV.B takes the attraction for isotropic. It is −Z(1 + cos²θ)/2r, deeper along the line of motion, so that the pair is bound by three per cent more
# than the average says.

# %%
breit = solve("pair", dim=3, kernel="breit", parity="even", states=1)["levels"][0]
print(f"{breit['energy']:.12f} in units mu Z^2 hartree at mu = 1/2: {2 * breit['energy']:.12f}")
print(f"average over angles: {-2 / 9:.12f}")

# %% [markdown]
# ## Persistent currents
#
# A single electron: single-valued waves repeat after Φ0. What the paper calls ψ(4π) = ψ(0) is the union of single-valued and
# antiperiodic waves, and repeats after Φ0/2. Carrying the spin round by a Rashba field does only half of that, except where √(1 + Q²) is a half-integer:

# %%
figure, axes = plt.subplots(1, 3, figsize=(9.5, 3), dpi=80, sharey=True)
cases = (("single-valued", {}), ("antiperiodic", {"boundary": "antiperiodic"}),
         ("Rashba, Q = √5/2", {"rashba": math.sqrt(5) / 2}))
for axis, (title, options) in zip(axes, cases):
    sweep = solve("ring", flux="0:1:101", states=4, **options)["sweep"]
    for n in range(4):
        axis.plot([p["flux"] for p in sweep], [p["levels"][n]["energy"] for p in sweep], color="C0", lw=1)
    axis.set(title=title, xlabel="flux / Φ0", ylim=(-0.5, 1.2))
axes[0].set_ylabel("energy (hartree)")
plt.show()

# %% [markdown]
# Lévy's ten million copper rings gave 0.36 nA. Read as a Larmor current, how many electrons is that? The paper says about a hundred.

# %%
levy = solve("ring", experiment="levy-1990")
for line in levy["claims"]:
    print(f"[{line['verdict']}] {line['claim']}: published {line.get('published', '-')}, "
          f"computed {line['computed']:.6g} {line['unit']}")

# %% [markdown]
# ## All together
#
# The velocities of N circulating electrons are coupled by a circulant matrix, Eq. (50). The paper takes the sum for N r_e/R; a logarithm
# multiplies it, and the matrix is singular long before N r_e/R = 1:

# %%
rows = []
for count in (10, 100, 1000):
    all_together = solve("collective", electrons=count, ratio=0.01)
    largest = (all_together["eigenvalues"][0] - 1) / 0.01
    rows.append((str(count), largest, count / math.pi * (math.log(2 * count / math.pi) + 0.5772156649015329 - 1.5),
                 all_together["critical"]))
table(rows, ("N", "(lambda_0 - 1) R/r_e", "with the logarithm", "singular at r_e/R"))

# %% [markdown]
# ## Claim by claim
#
# What the paper got right: the formulas of the ring and of the London moment, the sizes, the fact of a bound pair. What it got wrong, in its own numbers:

# %%
claims = verdicts("essen")
