import{a as e,j as a,l as t,m as s,o as i,u as n,w as l,y as m}from"./settings.js";import{E as r,Ia as o,J as d,Q as g,V as c,_ as u,ca as b,r as $,u as v,ya as _}from"./app.js";var p={name_taken:"settings_team.reason_taken",reason_limit:"settings_team.reason_limit"};function f({call:e,changed:t,say:s,failed:n}){let l=i(async()=>(await e("GET","/availability-reasons")).items,t),m={name:""},o=async e=>{try{return await e(),!0}catch(e){let a=p[e.code];return a?s(d(a),{bad:!0}):n(e),!1}finally{await l.load()}},g=async a=>{a.preventDefault();let s=m.name.trim();s&&await o(()=>e("POST","/availability-reasons",{name:s}))&&(m.name=""),t()},u=a=>{let s=c(a);return $`<li class="thing">
<div class="thing-what">
<input
class="input"
maxlength=${40}
aria-label=${d("settings_team.reason_name",{name:s})}
.value=${r(s)}
@change=${i=>{let n=i.target.value.trim();n&&n!==s?o(()=>e("PATCH",`/availability-reasons/${a.id}`,{name:n})):t()}}
/>
</div>
<div class="thing-does">
<button type="button" class="button quiet" aria-label=${d("settings_team.reason_remove",{name:s})} @click=${()=>o(()=>e("DELETE",`/availability-reasons/${a.id}`,{}))}>
${d("settings_team.remove")}
</button>
</div>
</li>`};return{load:l.load,view:()=>a(d("settings_team.reasons"),$`${l.view(e=>$`<ul class="things" id="away-reasons">${e.map(u)}</ul>`)}
<form class="set-actions" novalidate @submit=${g}>
<input
id="reason-new"
class="input"
maxlength=${40}
aria-label=${d("settings_team.reason_new")}
placeholder=${d("settings_team.reason_new")}
.value=${r(m.name)}
@input=${e=>Object.assign(m,{name:e.target.value})}
/>
<button class="button" type="submit">${d("settings_team.reason_add")}</button>
</form>`,d("settings_team.reasons_intro"))}}var y=e=>({id:e?.id??"",languages:(e?.languages??[]).join(", "),skills:(e?.skills??[]).join(", "),teams:new Set(e?.team_ids??[]),busy:!1,wrong:{}}),h=e=>e.split(/[,，、;；]/).map(e=>e.trim()).filter(Boolean);function w(p){let{me:w,call:k,changed:E,say:O,failed:j,ask:T,onSeen:x}=p,G=i(async()=>{let[e,a,t,s]=await Promise.all([k("GET","/agents?limit=200"),k("GET","/agents/invitations"),k("GET","/roles"),k("GET","/teams")]);return{agents:e.items,invitations:a.items,roles:t.items,teams:s.items}},E);x(({id:e,online:a,availability:t,presence:s})=>{let i=G.value?.agents.find(a=>a.id===e);i&&(Object.assign(i,{online:a,availability:t??i.availability,presence:s??i.presence}),E())});let P={email:"",name:"",role:"agent",wrong:"",busy:!1},B={made:null},q=(e=>{let a=({roles:e},a)=>e.find(e=>e.id===a);return{roleOf:a,mayGive:(t,s)=>{let i=a(t,e.agent.role_id),n="all"===s?.reading&&"teams"===i?.reading;return!!s?.rights.every(a=>e.rights.includes(a))&&!n}}})(w),D=function({me:e,call:a,say:t,failed:s,changed:i},l){let m={draft:y()},o=()=>{m.draft=y(),i()},g=e=>$`<div class="set-field">
<div class="set-label"><label for="member-${e}">${d(`settings_team.${e}`)}</label></div>
<input
id="member-${e}"
class="input"
autocomplete="off"
aria-invalid=${m.draft.wrong[e]?"true":v}
aria-describedby="member-${e}-hint member-${e}-error"
.value=${r(m.draft[e])}
@input=${a=>{m.draft[e]=a.target.value,delete m.draft.wrong[e]}}
/>
<p class="field-hint" id="member-${e}-hint">${d(`settings_team.${e}_hint`)}</p>
<p class="field-error" id="member-${e}-error" role="alert">${m.draft.wrong[e]??""}</p>
</div>`;return{isOpen:e=>m.draft.id===e.id,open(e){m.draft=y(e),i(),requestAnimationFrame(()=>document.getElementById("member-languages")?.focus())},view:(r,c)=>$`<form
class="thing-edit"
novalidate
@submit=${e=>(e.preventDefault(),(async(e,n)=>{let{draft:r}=m;if(!r.busy){r.busy=!0,i();try{await a("PATCH",`/agents/${e.id}`,{languages:h(r.languages),skills:h(r.skills)});for(let t of n){let s=t.agent_ids.filter(a=>a!==e.id);r.teams.has(t.id)!==s.length<t.agent_ids.length&&await a("PUT",`/teams/${t.id}/members`,{agent_ids:r.teams.has(t.id)?[...s,e.id]:s})}m.draft=y(),t(d("settings_team.is_changed",{name:e.name}))}catch(e){let{field:a}=e;r.busy=!1,"languages"===a||"skills"===a?(r.wrong={[a]:d(`settings_team.${a}_odd`)},requestAnimationFrame(()=>document.getElementById(`member-${a}`)?.focus())):s(e)}await l()}})(r,c))}
@keydown=${e=>"Escape"===e.key&&o()}
>
${e.rights.includes("teams")?0===c.length?$`<p class="field-hint">${d("settings_team.no_teams")}</p>`:n(d("settings_team.teams"),c.map(e=>({id:e.id,label:e.name,on:m.draft.teams.has(e.id)})),(e,a)=>{a?m.draft.teams.add(e):m.draft.teams.delete(e),i()}):v}
<div class="set-columns">${g("languages")} ${g("skills")}</div>
<div class="set-box">
<button class="button primary" type="submit" aria-busy=${m.draft.busy}>${d("settings_team.save")}</button>
<button class="button" type="button" @click=${o}>${d("settings_team.leave")}</button>
</div>
</form>`}}(p,G.load),{change:A,disable:S,takeBack:C,invite:H}=function({say:e,failed:a,ask:t,call:i,loaded:n,draft:m,at:r,changed:o}){let g=t=>{let s={seat_limit:"settings_team.no_seat",last_owner:"settings_team.last_owner",email_taken:"settings_team.email_taken"}[t.code];s?e(d(s),{bad:!0}):a(t)},c=async(a,s,m)=>{try{let n=await l(t,e=>i("PATCH",`/agents/${a.id}`,{...s,...e}));n&&(Object.assign(a,n),e(m))}catch(e){g(e)}await n.load()};return{change:c,disable:async e=>{await t({title:d("settings_team.disable_ask",{name:e.name}),text:d("settings_team.disable_means"),confirm:d("settings_team.disable")})&&await c(e,{active:!1},d("settings_team.is_disabled",{name:e.name}))},takeBack:async t=>{try{await i("DELETE",`/agents/invitations/${t.id}`,{}),r.made?.id===t.id&&(r.made=null),e(d("settings_team.taken_back",{email:t.email}))}catch(e){a(e)}await n.load()},invite:async e=>{if(e.preventDefault(),!m.busy){if(m.wrong=s(m.email.trim())?"":"settings_team.email_odd",!m.wrong){m.busy=!0;try{let e={email:m.email.trim(),name:m.name.trim(),role:m.role},a=await l(t,a=>i("POST","/agents/invitations",{...e,...a}));a&&(r.made=a,Object.assign(m,{email:"",name:"",role:"agent"}),await n.load())}catch(e){g(e)}m.busy=!1}o()}}}}({say:O,failed:j,ask:T,call:k,loaded:G,draft:P,at:B,changed:E}),{row:I,invited:F}=function({me:a,giving:t,form:s,change:i,disable:n,takeBack:l}){let r=(e,a)=>{let s=t.roleOf(a,e.role_id);return s?m(s):""};return{row:(e,l)=>{let u=e.id===a.agent.id,b=u?a.agent.availability:_(e),p=((e,a)=>[...a.teams.filter(a=>a.agent_ids.includes(e.id)).map(e=>e.name),...e.languages??[],...e.skills??[]])(e,l);return $`<li class="thing ${e.active?"":"off"}" data-agent=${e.email}>
${g(e)}
<div class="thing-what">
<span class="thing-name"
>${e.name}${u?$`<span class="chip">${d("common.you")}</span>`:v}${e.active?v:$`<span class="chip">${d("settings_team.disabled")}</span>`}</span
>
<span class="thing-about"
>${e.email} ·
${e.active?"away"===b&&(({presence:e})=>e?.reason&&c({id:e.reason,name:null}))(e)||d(`agent.state_${b}`):d("settings_team.no_access")}</span
>
${p.length>0?$`<span class="thing-about">${p.join(" · ")}</span>`:v}
</div>
${s.isOpen(e)?s.view(e,l.teams):$`<div class="thing-does">${((e,l)=>{let g=e.id===a.agent.id,c=!g&&t.mayGive(l,t.roleOf(l,e.role_id)),u=l.roles.filter(e=>t.mayGive(l,e)).map(e=>({value:e.id,label:m(e)})),b=$`<button type="button" class="button quiet" aria-label=${d("settings_team.change_of",{name:e.name})} @click=${()=>s.open(e)}>${d("settings_team.change")}</button>`;return c?e.active?$`${o(`role-${e.id}`,u,e.role_id??"",a=>i(e,{role_id:a},d("settings_team.role_changed",{name:e.name,role:u.find(e=>e.value===a)?.label??""})),d("settings_team.role_of",{name:e.name}))}${b}
<button type="button" class="button quiet" @click=${()=>n(e)}>${d("settings_team.disable")}</button>`:$`<span class="thing-about">${r(e,l)}</span
><button type="button" class="button" @click=${()=>i(e,{active:!0},d("settings_team.is_enabled",{name:e.name}))}>${d("settings_team.enable")}</button>`:$`<span class="thing-about">${r(e,l)}</span>${g?b:v}`})(e,l)}</div>`}
</li>`},invited:a=>0===a.length?v:$`<ul class="things">
${a.map(a=>$`<li class="thing">
<span class="thing-mark">${e("user")}</span>
<div class="thing-what">
<span class="thing-name">${a.name||a.email}<span class="chip">${d("settings_team.invited")}</span></span>
<span class="thing-about" title=${b(a.expires_at)}
>${a.name?`${a.email} · `:""}${d(`settings_team.role_${a.role}`)} ·
${d("settings_team.until",{time:u(a.expires_at,Date.now())})}</span
>
</div>
<div class="thing-does">
<button type="button" class="button quiet" @click=${()=>l(a)}>${d("settings_team.take_back")}</button>
</div>
</li>`)}
</ul>`}}({me:w,giving:q,form:D,change:A,disable:S,takeBack:C}),L=f({call:k,changed:E,say:O,failed:j});return{start:()=>{G.load(),L.load()},body:()=>G.view(e=>{let{agents:s,invitations:i}=e,n=s.filter(e=>e.active).length,l=w.seats.allowed;return $`${a(d("settings_team.seats",{used:n,allowed:l}),$`<progress class="seats" max=${l} value=${n} aria-label=${d("settings_team.seats_name")}></progress>`,d("settings_team.seats_intro"))}
${a(d("settings_team.members"),$`<ul class="things">${s.map(a=>I(a,e))}</ul>`,d("settings_team.roles_intro"))}
${a(d("settings_team.invite"),$`<form class="set-stack" novalidate @submit=${H}>
<div class="set-columns">
<div class="set-field">
<div class="set-label"><label for="invite-email">${d("settings_team.email")}</label></div>
<input
id="invite-email"
class="input"
type="email"
inputmode="email"
autocomplete="off"
aria-invalid=${P.wrong?"true":v}
aria-describedby="invite-wrong"
.value=${r(P.email)}
@input=${e=>Object.assign(P,{email:e.target.value,wrong:""})}
/>
<p class="field-error" id="invite-wrong" role="alert">${P.wrong?d(P.wrong):""}</p>
</div>
<div class="set-field">
<div class="set-label"><label for="invite-name">${d("settings_team.name")}</label></div>
<input
id="invite-name"
class="input"
autocomplete="off"
maxlength=${80}
.value=${r(P.name)}
@input=${e=>Object.assign(P,{name:e.target.value})}
/>
</div>
</div>
<div class="set-actions">
${o("invite-role",(e=>e.roles.filter(a=>["admin","agent"].includes(a.name)&&a.builtin&&q.mayGive(e,a)).map(e=>({value:e.name,label:m(e)})))(e),P.role,e=>Object.assign(P,{role:e}),d("settings_team.role"))}
<button class="button primary" type="submit" aria-busy=${P.busy}>${d("settings_team.make_link")}</button>
</div>
</form>
${B.made?$`<div class="once" role="status">
<strong>${d("settings_team.link_for",{email:B.made.email})}</strong>
${t(B.made.url,void 0,d("settings_team.link_for",{email:B.made.email}))}
<p class="field-hint">${d("settings_team.link_once")}</p>
</div>`:v}
${F(i)}`,d("settings_team.invite_intro"))}
${L.view()}`})}}export{w as teamPage};
