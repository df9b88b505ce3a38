# %% [markdown]
# # Dipoles that need not be resonant (F. Hu, Q. Zhao, S.-W. Li)
#
# **The question.** Two dipoles exchange virtual photons. If their transition frequencies differ, how strong is the coupling, and what remains of it without the
# rotating-wave approximation?
#
# **What was read and what was derived.** Only the abstract is in the seed. The effective interaction here was derived anew, in second order over one-photon states:
# ⟨ac|V|bd⟩ = −½ m¹·[Re G(|ω1|) + Re G(|ω2|)]·m², G the retarded dipole tensor. The abstract's findings are its consequences.

# %%
from few_body import solve, table, verdicts

# %% [markdown]
# ## The terms of one pair
#
# Rotating, counter-rotating, and, with permanent moments, mixed terms. For linear dipoles the counter-rotating coupling is as large as the rotating one.

# %%
pair = solve("dipoles", frequencies="1,1.2", separation=4, permanent=0.5)
table([(c["term"], c["energy"]) for c in pair["couplings"]], ("term", "coupling (hartree)"))
print("levels", ["%.9f" % l["energy"] for l in pair["levels"]])

# %% [markdown]
# ## Interference of virtual photons
#
# The coupling is the mean of two retarded fields, one at each frequency. Where c/ω is comparable to the separation they interfere: far away the coupling goes like
# cos k1r + cos k2r. Here in units of its static value, over the second frequency:

# %%
import math

light = 137.035999177
separation = 137.0
first = 1.0
ratios = [0.02 * k for k in range(1, 301)]
couplings = []
for ratio in ratios:
    answer = solve("dipoles", frequencies=f"{first},{first * ratio}", separation=separation, states=1)
    rotating = next(c for c in answer["couplings"] if c["term"] == "rotating")
    couplings.append(rotating["energy"] * separation**3)

# %%
import matplotlib.pyplot as plt

figure, axis = plt.subplots(figsize=(7, 4), dpi=80)
axis.plot(ratios, couplings)
axis.axhline(0, color="0.8", lw=1)
axis.set(xlabel="ω2/ω1  (ω1 r/c = 1)", ylabel="coupling in units of m²/r³")
plt.show()

# %%
for ratio in (1.0, 1.5, 3.0):
    answer = solve("dipoles", frequencies=f"{first},{first * ratio}", separation=light, states=1)
    rotating = next(c for c in answer["couplings"] if c["term"] == "rotating")
    print(f"x = (1, {ratio}): {rotating['energy'] * light**3:.6f} m^2/r^3")

# %% [markdown]
# ## Without the rotating-wave approximation
#
# Dropping the counter-rotating terms moves the levels in second order. Two dipoles near each other:

# %%
rows = []
for separation in (10.0, 5.0, 3.0, 2.5):
    answer = solve("dipoles", frequencies="1,1.2", separation=separation)
    terms = {c["term"]: c["energy"] for c in answer["couplings"]}
    ground = answer["levels"][0]["energy"]
    counter = terms["counterRotating"]
    closed = -math.sqrt(1.1**2 + counter**2)
    rows.append((separation, terms["rotating"], counter, ground, closed))
table(rows, ("r", "rotating", "counter-rotating", "E0", "-sqrt(1.1^2 + W^2)"))

# %% [markdown]
# ## Claim by claim

# %%
claims = verdicts("hu")
