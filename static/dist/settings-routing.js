import{a as e,b as t,c as s,d as i,e as n,f as a,g as r,h as l,i as o,j as u,k as g,l as d,m as c}from"./with-settings-routing-rules.js";import{c as m,e as p}from"./with-parts-filter-builder.js";import{a as _}from"./with-parts-grip.js";import{a as $,c as h,d as f,h as b,j as v,n as y}from"./settings.js";import{E as w,Ia as k,J as j,U as x,r as E,u as T}from"./app.js";var G=["channel","language","page","widget","chosen_team","hours_open","returning","verified","attribute:","label","team","priority","waiting_ms"],q=(e,t,s,i,n)=>E`<div class="set-field">
<div class="set-label"><label for=${t}>${e}</label></div>
${s}
${n?E`<p class="field-hint">${n}</p>`:T}
<p class="field-error" role="alert">${i??""}</p>
</div>`;function O({call:e,failed:t,changed:s,choices:i,waiting:n,dirty:a}){let r={conversation:"",facts:{channel:"web",language:"",page:"",widget_id:"",chosen_team_id:"",verified:!1,returning:!1},answer:null,busy:!1},l=async i=>{if(i.preventDefault(),!r.busy){r.busy=!0,s();try{r.answer=await e("POST","/routing/test",function({conversation:e,facts:t}){return e?{conversation_id:e}:Object.fromEntries(Object.entries(t).filter(([,e])=>""!==e))}(r))}catch(e){t(e)}r.busy=!1,s()}},u=e=>t=>{r.facts={...r.facts,[e]:t},s()},g=(e,t,s)=>E`<div class="set-field"><div class="set-label"><label for=${t}>${e}</label></div>${s}</div>`,d=(e,t,s,i)=>{let n=String(r.facts[t]),a=i?k(e,[{value:"",label:j("filters.none")},...i],n,u(t)):E`<input id=${e} class="input" autocomplete="off" .value=${w(n)} @input=${e=>u(t)(e.target.value)} />`;return g(s,e,a)},c=e=>{r.conversation=e,s()};return()=>v(j("settings_routing.try"),E`<form class="set-stack" @submit=${l}>
${g(j("settings_routing.try_whom"),"try-whom",k("try-whom",[{value:"",label:j("settings_routing.try_somebody")},...n()],r.conversation,c))}
${r.conversation?T:E`<div class="set-columns">
${d("try-channel","channel",j("filters.field_channel"))} ${d("try-language","language",j("filters.field_language"),i().language)}
${d("try-page","page",j("filters.field_page"))} ${d("try-widget","widget_id",j("filters.field_widget"),i().widget)}
${d("try-team","chosen_team_id",j("filters.field_chosen_team"),i().chosen_team)}
</div>
${b(r.facts.verified,u("verified"),j("filters.field_verified"))} ${b(r.facts.returning,u("returning"),j("filters.field_returning"))}`}
<div class="set-actions">
<button type="submit" class="button" id="try-ask" aria-busy=${r.busy}>${j("settings_routing.try_ask")}</button>
${a()?E`<span class="field-hint">${j("settings_routing.try_saved")}</span>`:T}
</div>
</form>
${r.answer?function(e,t){let s=o(e,t,j),i=e.rules.map(e=>e.name).join(j("filters.comma"));return E`<div class="try-answer" role="status">
<p class="try-who">${$(e.agent?"user":"clock")}<strong>${e.agent?e.agent.name:j("settings_routing.try_nobody")}</strong></p>
<p>${e.why?j(`settings_routing.why_${e.why.code}`,{...e.why,skills:(e.why.skills??[]).join(j("filters.comma"))}):T}</p>
<dl class="fact-list">
<dt>${j("settings_routing.try_rules")}</dt>
<dd>${i||j("settings_routing.try_no_rules")}</dd>
<dt>${j("settings_routing.try_follows")}</dt>
<dd>${s||j("settings_routing.try_everybody")}</dd>
</dl>
<ul class="things">
${e.candidates.map(e=>E`<li class="thing ${e.eligible?"":"off"}">
${$(e.eligible?"check":"x")}
<div class="thing-what"><span class="thing-name">${e.name}</span><span class="thing-about">${e.eligible?j("settings_routing.try_load",{load:e.load,capacity:e.capacity}):j(`settings_routing.not_${e.why_not}`)}</span></div>
</li>`)}
</ul>
</div>`}(r.answer,i()):T}`,j("settings_routing.try_intro"))}var P=[["taken_within_ms",1e3],["gone_after_ms",6e4],["away_after_ms",6e4],["sticky_days",1],["sticky_wait_ms",1e3],["skills_relax_after_ms",1e3],["urgent_head_start_ms",6e4],["high_head_start_ms",6e4],["low_head_start_ms",-6e4]],I=["zh","en","ja","ko","fr","de","es","ru","ar","pt","it","th","vi","id"],S=(e,t=e=>e.name)=>e.map(e=>({value:e.id,label:t(e)}));function U(e){if("version"===e.code)return{rules:j("settings_routing.outdated")};if(400!==e.status||!e.field)return{};let t=j("settings_routing.wrong_value");return e.field.startsWith("rules")?{[e.field]:t}:{[`settings.${e.field}`]:t}}function D({call:o,changed:D,failed:M}){let N={versions:{rules:0,settings:0},most:0,choices:{},waiting:[]},W={open:null,said:"",made:0},z=y({read:()=>async function(e,t){let[i,n,a,r,l,o,u]=await Promise.all([e("GET","/routing/rules"),e("GET","/routing/settings"),e("GET","/teams"),e("GET","/agents?limit=200"),e("GET","/widgets"),e("GET","/labels"),e("GET","/conversations?view=unassigned&sort=waiting&limit=20")]);t.versions={rules:i.version,settings:n.version},t.most=i.rules_max;let g=new Intl.DisplayNames([document.documentElement.lang],{type:"language"}),d=S(a.items);return t.choices={team:d,chosen_team:d,agent:S(r.items),widget:S(l.items),label:o.items.map(e=>({value:e.name,label:e.name})),priority:["urgent","high","normal","low"].map(e=>({value:e,label:j(`settings_routing.priority_${e}`)})),channel:["web","api"].map(e=>({value:e,label:j(`settings_routing.channel_${e}`)})),language:I.map(e=>({value:e,label:g.of(e)??e}))},t.waiting=u.items.map(e=>({value:e.id,label:e.contact.name??j("settings_routing.try_nameless")})),{rules:s(i.rules),settings:n.settings}}(o,N),check:e=>Object.fromEntries(Object.entries(g(e.rules)).map(([e,t])=>[e,j(`settings_routing.wrong_${t}`)])),refused:U,async write(e,t){if(t.includes("rules")){let t=await o("PUT","/routing/rules",{version:N.versions.rules,rules:i(e.rules)});N.versions.rules=t.version,e.rules=s(t.rules)}if(t.some(e=>e.startsWith("settings."))){let t=await o("PUT","/routing/settings",{version:N.versions.settings,settings:e.settings});N.versions.settings=t.version,e.settings=t.settings}return e},changed(){let e="ready"===z.phase?c(z.errors):-1;e>=0&&(W.open=z.get("rules")[e]?.key??W.open),D()}}),A=()=>N.choices,B=function({form:s,at:i,choices:o,most:g,changed:c}){let f=()=>s.get("rules"),y=(e,t)=>s.set("rules",f().with(e,{...f()[e],...t,...t.when||t.follows?{broken:null}:{}})),O=function({form:s,choices:i,set:n}){return(o,u)=>{let g=h(`rule.${o.key}.name`),c=p({id:h(`rule.${o.key}.when`),fields:G,choices:i(),complaint:e=>d(s.errors,`rules[${u}].when.${e}`)}),_=s.errors[`rules[${u}].when`]??s.errors[`rules[${u}].then`];return E`<div class="thing-edit">
${q(j("settings_routing.name"),g,E`<input id=${g} class="input" maxlength=${e} autocomplete="off" .value=${w(o.name)} @input=${e=>n(u,{name:e.target.value})} />`,s.errors[`rules[${u}].name`])}
<div class="set-field" role="group" aria-labelledby="${g}-when">
<p class="set-label"><span class="label" id="${g}-when">${j("settings_routing.when")}</span></p>
${m(o.when)?c(r(o.when),e=>n(u,{when:e})):E`<p class="field-hint">${j("settings_routing.unreadable")} <button type="button" class="text-button" @click=${()=>n(u,{when:{all:[]}})}>${j("settings_routing.anew")}</button></p>`}
</div>
<div class="set-field" role="group" aria-labelledby="${g}-then">
<p class="set-label"><span class="label" id="${g}-then">${j("settings_routing.then")}</span></p>
${((e,r)=>{let o=t=>n(r,{follows:l(e.follows,t)}),u={value:"",label:j("settings_routing.leave")},g=t.map(e=>({value:e,label:j(`settings_routing.priority_${e}`)})),c=t=>h(`rule.${e.key}.${t}`),m=e=>d(s.errors,`rules[${r}].then.${e}`),p=t=>E`<input id=${c(t)} class="input" autocomplete="off" placeholder=${j("settings_routing.skills_example")} .value=${w((e.follows[t]??[]).join(j("filters.comma")))} @change=${e=>o({[t]:a(e.target.value)})} />`;return E`<div class="set-columns">
${q(j("settings_routing.to_team"),c("team"),k(c("team"),[u,...i().team??[]],e.follows.team_id??"",e=>o({team_id:e})),m("team_id"))}
${q(j("settings_routing.priority"),c("priority"),k(c("priority"),[u,...g],e.follows.priority??"",e=>o({priority:e})),m("priority"))}
${q(j("settings_routing.required"),c("required_skills"),p("required_skills"),m("required_skills"),j("settings_routing.required_hint"))}
${q(j("settings_routing.preferred"),c("preferred_skills"),p("preferred_skills"),m("preferred_skills"),j("settings_routing.preferred_hint"))}
</div>`})(o,u)}
</div>
${_?E`<p class="field-error" role="alert">${_}</p>`:T}
${b(o.stop,e=>n(u,{stop:e}),j("settings_routing.stop"),j("settings_routing.stop_hint"))}
</div>`}}({form:s,choices:o,set:y}),P=(e,t)=>{let a=n(f(),e,t);i.said=j("settings_routing.moved",{name:f()[e].name,place:a.indexOf(f()[e])+1,count:a.length}),s.set("rules",a)},{grip:I,over:S}=_({keys:()=>f().map(e=>e.key),move:(e,t)=>P(f().findIndex(t=>t.key===e),t)}),U=e=>{i.open=e,c(),e&&requestAnimationFrame(()=>document.getElementById(h(`rule.${e}.name`))?.focus())},D=e=>{i.made+=1;let t=`new-${i.made}`,n={name:"",enabled:!0,when:{all:[]},follows:{},stop:!1,...structuredClone(e),id:void 0,broken:null,key:t};s.set("rules",[...f(),n]),U(t)},M=(t,n)=>{let a=i.open===t.key;return E`<li class="thing rule ${t.enabled?"":"off"}" @dragover=${S(t.key)}>
${I({key:t.key,name:t.name,place:n,label:j("settings_routing.move",{name:t.name,place:n+1}),hint:j("settings_routing.move_hint")})}
<div class="thing-what">
<button type="button" class="rule-name" aria-expanded=${a} @click=${()=>U(a?null:t.key)}>${t.name||j("settings_routing.unnamed")}</button>
${t.broken?E`<span class="broken-row">${$("alert",14)}<span>${j("settings_routing.broken",{path:t.broken.path,why:t.broken.why})}</span></span>`:E`<span class="thing-about">${u(t,o(),j)}</span>`}
</div>
<div class="thing-does">
<label class="switch"><input type="checkbox" role="switch" aria-label=${j("settings_routing.enabled",{name:t.name})} .checked=${w(t.enabled)} @change=${e=>y(n,{enabled:e.target.checked})} /></label>
<button type="button" class="icon-button" aria-haspopup="menu" aria-label=${j("settings_routing.more",{name:t.name})} @click=${i=>((t,i,n)=>x(n,t.name,[{items:[...i>0?[{label:j("settings_routing.up"),mark:$("up"),run:()=>P(i,i-1)}]:[],...i+1<f().length?[{label:j("settings_routing.down"),mark:$("down"),run:()=>P(i,i+1)}]:[],{label:j("settings_routing.copy"),mark:$("copy"),run:()=>D({...t,name:j("settings_routing.copy_of",{name:t.name}).slice(0,e)})}]},{items:[{label:j("settings_routing.remove"),mark:$("trash"),run:()=>s.set("rules",f().toSpliced(i,1))}]}]))(t,n,i.currentTarget)}>${$("more")}</button>
</div>
${a?O(t,n):T}
</li>`};return{view:()=>v(j("settings_routing.rules"),E`${0===f().length?E`<p class="nothing-yet">${j("settings_routing.no_rules")}</p>`:E`<ol class="things rules">${f().map(M)}</ol>`}
<p class="unseen" aria-live="polite">${i.said}</p>
${s.errors.rules?E`<p class="field-error" role="alert">${s.errors.rules}</p>`:T}`,j("settings_routing.rules_intro"),f().length<g()?E`<button type="button" class="button" id="add-rule" @click=${()=>D({})}>${$("plus")}${j("settings_routing.add")}</button>`:T),open:U}}({form:z,at:W,choices:A,most:()=>N.most,changed:D}),C=O({call:o,failed:M,changed:D,choices:A,waiting:()=>N.waiting,dirty:()=>z.changes.length>0});return{form:z,body:()=>E`<p class="page-intro">${j("settings_routing.intro")}</p>${B.view()}${function(e){return v(j("settings_routing.times"),E`<div class="set-columns">${P.map(([t,s])=>{let i=`settings.${t}`,n=h(i);return E`<div class="set-field">
<div class="set-label"><label for=${n}>${j(`settings_routing.${t}`)}</label></div>
<div class="set-box number-box"><input id=${n} class="input number" type="number" min="0" aria-describedby="${n}-hint ${n}-error" .value=${w(String(e.get(i)/s))} @change=${t=>e.set(i,Math.round(Number(t.target.value)*s))} /><span>${j(`settings_routing.unit_${Math.abs(s)}`)}</span></div>
<p class="field-hint" id="${n}-hint">${j(`settings_routing.${t}_hint`)}</p>
${f(e,i)}
</div>`})}</div>`,j("settings_routing.times_intro"))}(z)}${C()}`}}export{D as routingPage};
