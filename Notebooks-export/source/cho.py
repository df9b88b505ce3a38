# %% [markdown]
# # One susceptibility instead of ε and μ (K. Cho)
#
# **The question.** Electric and magnetic response are usually two functions, ε and μ, and chirality a third and fourth. Quantum mechanics gives one: the induced current
# to the vector potential. What follows from a single χ(k, ω) that the usual equations cannot have?
#
# **Two systems.** A medium with one magnetic resonance in a negative background, left-handed in a window of frequency; and an electron on a helix, whose transitions have
# electric and magnetic moments at once.

# %%
from few_body import solve, table, verdicts

# %% [markdown]
# ## The left-handed window
#
# The pole may be put into χ_B (assignment A) or into the usual χ_m (B). The paper finds the curves almost identical; they are equal but for a shift by the
# strength Δ: n_A(ω) = n_B(ω − Δ), exactly.

# %%
delta = 0.001


def medium(assignment, frequency):
    return solve("response", "left-handed", assignment=assignment, background=-1, strength=delta, frequency=frequency)


frequencies = [0.9985 + 0.0025 * (k + 0.5) / 150 for k in range(150)]
curves = {a: [medium(a, w) for w in frequencies] for a in "AB"}

# %%
import matplotlib.pyplot as plt

figure, (top, bottom) = plt.subplots(2, 1, figsize=(7, 5.6), dpi=80, sharex=True)
for assignment, style in (("A", "-"), ("B", "--")):
    inside = [(w, c["index"]) for w, c in zip(frequencies, curves[assignment]) if c["index"] < 0]
    top.plot([w for w, _ in inside], [n for _, n in inside], style, label=f"assignment {assignment}")
    bottom.plot(frequencies, [c["reflectance"] for c in curves[assignment]], style)
top.set(ylabel="index n", ylim=(-6, 0))
top.legend()
bottom.set(xlabel="ω/ω0", ylabel="reflectance", ylim=(0, 1.05))
plt.show()

# %%
rows = []
for shift in (0.0002, 0.0005, 0.0008):
    a, b = medium("A", 1 + shift), medium("B", 1 + shift - delta)
    rows.append((shift, a["index"], b["index"], "%.6f" % a["reflectance"]))
table(rows, ("w - 1", "n (A)", "n (B) at w - delta", "R"))

# %% [markdown]
# At n = −1 the medium is matched to vacuum and reflects nothing; that is right only for a background of −1. The paper's formula for R, |(n + 1)/(n − 1)|², leaves
# √(μ/ε) out: with a background of −2 the reflectance at n = −1 is 1/9.

# %%
def index(background, frequency):
    return solve("response", "left-handed", assignment="A", background=background, strength=delta, frequency=frequency)


low, high = 1.0 + 1e-9, 1.001 - 1e-9
for _ in range(60):
    middle = (low + high) / 2
    if index(-2, middle)["index"] < -1:
        low = middle
    else:
        high = middle
print("background -2, n = %.6f: R = %.6f" % (index(-2, low)["index"], index(-2, low)["reflectance"]))

# %% [markdown]
# ## The helix
#
# An electron on (a cos t, a sin t, bt): oscillator strengths that sum to 1 and rotational strengths that sum to 0, from one set of states.

# %%
helix = solve("response", "helix", radius=2, pitch=0.5, turns=1, states=400)
alpha = 0.0072973525643
table(
    [(f"{t['from']} -> {t['to']}", t["energy"], t["oscillatorStrength"], t["rotationalStrength"] / alpha)
     for t in helix["transitions"] if t["from"] == 1 and t["to"] <= 5],
    ("transition", "energy", "f", "R / alpha"))
print("sum of f: %.9f" % helix["sums"]["oscillatorStrength"])
print("sum of R is below 1e-12:", abs(helix["sums"]["rotationalStrength"]) < 1e-12)

# %% [markdown]
# The sums converge like 1/N³ in the number of states:

# %%
rows = []
for count in (50, 100, 200, 400):
    sums = solve("response", "helix", radius=2, pitch=0.5, turns=1, states=count)["sums"]
    rows.append((str(count), 1 - sums["oscillatorStrength"]))
table(rows, ("states", "1 - sum of f"))

# %% [markdown]
# A mirror image turns every rotational strength round:

# %%
left = solve("response", "helix", radius=2, pitch=-0.5, turns=1, states=6)["transitions"][0]
right = solve("response", "helix", radius=2, pitch=0.5, turns=1, states=6)["transitions"][0]
print("R(left) = -R(right):", abs(left["rotationalStrength"] + right["rotationalStrength"]) < 1e-15)

# %% [markdown]
# ## Claim by claim

# %%
claims = verdicts("cho")
